/** The dialogs. */

export const compare = {
  title: 'Compare',
  lead: 'Compares two tokens claim by claim, without verifying them.',
  left: 'This token',
  right: 'The other token',
  placeholder: 'Paste the other token',
  unreadable: 'One of the two tokens cannot be read.',
  part: 'Part',
  name: 'Name',
  status: 'Difference',
  statuses: {
    same: 'same',
    changed: 'differs',
    onlyLeft: 'only in this one',
    onlyRight: 'only in the other',
  },
  summary: (count: number) => (count === 1 ? '1 difference' : `${count} differences`),
};

export const examples = {
  title: 'Examples',
  lead: 'Freshly signed with a new key; edits are re-signed.',
  fresh: 'One for each algorithm',
  others: 'Made by other libraries',
  by: (name: string) => `by ${name}`,
  tour: 'Attacks',
  tourLead: 'Tokens as attackers write them, and how each is rejected.',
  start: 'Start the tour',
  failed: 'This browser cannot generate such a key.',
};

export const share = {
  title: 'Share',
  lead: 'The token is in the part after #, which browsers never send. Anyone with the link has the token.',
  withKey: 'With the public key',
  noKey: 'There is no public key to share. Links never contain secrets or private keys.',
  withPolicy: 'With the expectations',
  live: 'This token is still valid. Anyone with the link can use it.',
  confirm: 'I understand; create the link',
  link: 'Link',
  copy: 'Copy the link',
};
