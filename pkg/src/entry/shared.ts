/** What every entry has in common, in a file of its own: an error is of one class, whichever entries are loaded. */
export * from '../checks/record.js';
export * from '../errors.js';
