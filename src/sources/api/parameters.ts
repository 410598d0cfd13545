/**
 * A request's parameters in its address, both ways. Lists are repeated parameters (`status=new&status=assigned`), because
 * a number may hold a comma; truths are `true` and `false`; absent parts are left out.
 */
import * as z from 'zod/mini';

export type ParameterValue = string | number | boolean | readonly string[] | null | undefined;

/** `?a=1&b=2`, or '' when there is nothing to say. */
export function writeParameters(values: Readonly<Record<string, ParameterValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') for (const entry of value) search.append(name, entry);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Reads parameters by their schema. What does not fit is reported by the schema, an unknown or repeated parameter too.
 * @returns the parameters, or what is wrong with the first that is wrong
 */
export function readParameters<T extends z.ZodMiniObject>(
  schema: T, search: URLSearchParams,
): { readonly values: z.output<T> } | { readonly problem: string } {
  const raw: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const texts = search.getAll(name);
    const field = schema.shape[name];
    if (field === undefined) return { problem: `${name}: unknown parameter` };
    const kind = kindOf(field);
    if (kind !== 'array' && texts.length > 1) return { problem: `${name}: given ${texts.length} times` };
    raw[name] = kind === 'array' ? texts : fromText(kind, texts[0]!);
  }
  const result = z.safeParse(schema, raw);
  return result.success ? { values: result.data } : { problem: problemText(result.error) };
}

/** Where and what: `limit: Too big: expected number to be <=500`. */
export function problemText(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'unknown';
  return `${issue.path.length === 0 ? 'the whole' : issue.path.map(String).join('.')}: ${issue.message}`;
}

/** The kind of value under a schema's defaults and options. */
export function kindOf(schema: z.core.$ZodType): z.core.$ZodTypeDef['type'] {
  const { def } = schema._zod;
  if ('innerType' in def) return kindOf(def.innerType as z.core.$ZodType);
  return def.type;
}

/** Text that is no number or truth stays text, so that the schema refuses it by its name. */
function fromText(kind: z.core.$ZodTypeDef['type'], text: string): unknown {
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
