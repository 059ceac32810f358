/** The dialogs. */

export const compare = {
  title: 'Compare',
  lead: 'Two tokens, claim by claim. Nothing is verified here.',
  left: 'This token',
  right: 'The other token',
  placeholder: 'Paste the other token',
  unreadable: 'One of the two cannot be read.',
  part: 'Part',
  name: 'Name',
  status: 'Difference',
  statuses: {
    same: 'the same',
    changed: 'differs',
    onlyLeft: 'only in this one',
    onlyRight: 'only in the other',
  },
  summary: (count: number) => (count === 1 ? '1 difference' : `${count} differences`),
};

export const examples = {
  title: 'Examples',
  lead: 'Signed in this moment, with a key made for it: edit the payload, and it is signed anew.',
  fresh: 'One of every algorithm',
  others: 'Made by other libraries',
  by: (name: string) => `by ${name}`,
  tour: 'Attacks',
  tourLead: 'Tokens as attackers write them, and how each is refused.',
  start: 'Start the tour',
  failed: 'This browser cannot make such a key.',
};

export const share = {
  title: 'Share',
  lead: 'The link has the token after the number sign, which browsers send to no server. Whoever has the link has the token.',
  withKey: 'With the public key',
  noKey: 'There is no public key to share. Secrets and private keys are never part of a link.',
  withPolicy: 'With the expectations',
  live: 'This token is still valid. Whoever has the link can use it.',
  confirm: 'I know, and want the link all the same',
  link: 'Link',
  copy: 'Copy the link',
};
