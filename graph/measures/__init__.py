"""The numbers: one module for each, pure Python over rows that one statement gathers."""
