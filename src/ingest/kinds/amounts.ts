/**
 * Reads an amount of money: `1,234.50`, `￥500`, `5000元`, `(12.00)`, `-3`, `1.2万`, `USD 300`. NaN when it is none. Without a comma or a
 * full stop before the last two digits a comma separates decimals: `1.234,50`.
 */
export function readAmount(text: string): number {
  let plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^(人民币|rmb|cny|usd|us\$|hkd|eur|gbp|[¥$€£])|(元|圆|人民币|rmb|cny|usd|hkd|eur|[¥$€£])$/gi, '').replace(/元整?$/, '');
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(plain);
  if (bracketed) {
    plain = bracketed[1]!;
    sign = -1;
  }
  const signed = /^([+-])(?:[¥$€£])?(.*)$/.exec(plain);
  if (signed) {
    if (signed[1] === '-') sign = -sign;
    plain = signed[2]!;
  }
  let scale = 1;
  const worded = /^(.*?)(万|亿|千|k)元?$/i.exec(plain);
  if (worded) {
    plain = worded[1]!;
    scale = worded[2] === '亿' ? 1e8 : worded[2] === '万' ? 1e4 : 1e3;
  }
  if (/^\d{1,3}(\.\d{3})*,\d{1,2}$/.test(plain)) plain = plain.replaceAll('.', '').replace(',', '.');
  else if (/^\d{1,3}([,'’]\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/[,'’]/g, '');
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? sign * scale * Number(plain) : NaN;
}
