/** Stands in the demo for `tough-cookie`, MSW's cookie jar: 26 KB of script, with the public suffix list 280, and the mocked API sets no cookie. */
export const Cookie = { fromJSON: () => null };

export class MemoryCookieStore {
  idx = {};
}

export class CookieJar {
  getCookiesSync(): readonly never[] {
    return [];
  }

  setCookie(): Promise<void> {
    return Promise.reject(new Error('the mocked API of the demo keeps no cookies'));
  }
}
