/** What a guarded pass is called, and what that means. Pure. */

export const guardWords = 'Production';

export const guardTip = 'What can’t be undone here needs the bucket’s name, typed.';
