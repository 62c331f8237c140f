/**
 * A mail address that a person can have: the grammar of `<input type="email">` in the HTML
 * standard, with a dot in the domain and a letter in its last label, so neither `root@localhost`
 * nor an IP address. It has no quotes, comments or blanks, hence no header of its own.
 */
export const mailAddress =
  /^(?=.{1,254}$)[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/i;
