/**
 * Stands in the demo for `tldts`, by which MSW's cookie jar tells whether a host may set a cookie for the site around it:
 * the public suffix list is 250 KB of script, and the mocked API sets no cookie.
 */
export function getDomain(host: string): string {
  return host;
}
