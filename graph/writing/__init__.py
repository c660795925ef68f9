"""The one path of every change: gather, judge, settle, in one transaction."""
