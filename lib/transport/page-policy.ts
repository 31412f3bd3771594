/**
 * The Content-Security-Policy of a page: nothing but our own files, and scripts only with this answer's nonce.
 * `style-src-attr`: charts and popups place themselves by style attributes. `'strict-dynamic'`: what a trusted script
 * loads is trusted, which is how Next loads its parts. In development Next reloads modules by eval and a socket.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  const directives = {
    "default-src": "'none'",
    "script-src": `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": isDevelopment ? "'self' ws:" : "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
