// Where the explorer keeps tabs and settings: under our own name, since every GraphiQL
// that was ever served from this host and port shares one localStorage.
import type { Storage } from '@graphiql/toolkit';

const PREFIX = 'goldenthread:';

export const OWN_STORAGE: Storage = {
  getItem: (key) => localStorage.getItem(PREFIX + key),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key) => localStorage.removeItem(PREFIX + key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
  get length() {
    return ownKeys().length;
  },
};

function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}
