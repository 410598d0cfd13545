/** True for what files write where they have nothing to say: blanks, dashes, `NULL`, `N/A`, `\N`. */
export function saysNothing(text: string): boolean {
  return /^[-./\s]*$|^\s*(null|none|nan|n\/a|\\n)\s*$/i.test(text);
}
