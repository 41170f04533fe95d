/** Whether there is something to look at in the HTML of a message, beside its words: a picture, a file, a card. */
export const hasPicture = (html: string): boolean => /<(?:img|attachment|video|audio|emoji|object)\b/i.test(html);
