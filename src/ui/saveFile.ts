/** The browser fetches the content after the click: an address withdrawn at once loses some files. Assumed to be enough. */
const keptMs = 60_000;

/** Offers a file made on the page for saving; nothing is sent anywhere. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
