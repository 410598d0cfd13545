import type { Plugin } from 'vite';

/**
 * Nothing from another origin, no inline script. Mantine and cytoscape set inline styles. The SHA-256 of opened files is
 * WebAssembly. The policy is in the page itself, so that any static server serves it.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ');

export function contentSecurityPolicy(): Plugin {
  return {
    name: 'callchain:content-security-policy',
    // The development server injects inline scripts for hot reload, so the policy is for builds.
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}
