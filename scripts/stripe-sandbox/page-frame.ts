import { pageStyle } from './page-style'
import { fill, type Texts } from './texts'

/** A whole page in the shop's dress; every one says that nothing is real. */
export function frame(texts: Texts, title: string, main: string, place = texts.cashier): string {
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(texts.shop)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<header>
<p class="simulated">${escapeHtml(texts.simulated)}</p>
<div class="top"><span class="brand">${escapeHtml(texts.shop)}</span><span class="place">${escapeHtml(place)}</span></div>
</header>
<main>
${main}
</main>
</body>
</html>
`
}

/** The page of a session that is over, or that never was, with a way back where one is known. */
export function endPage(
  texts: Texts,
  words: { heading: string; text: string; back?: string },
  way: string | null,
  values: Readonly<Record<string, string>> = {},
): string {
  const link =
    way && words.back && `<a class="button plain" href="${escapeHtml(way)}">${escapeHtml(words.back)}</a>`
  return frame(
    texts,
    words.heading,
    `<div class="end"><div class="head"><h1>${escapeHtml(words.heading)}</h1></div>
<p>${escapeHtml(fill(words.text, values))}</p>
${link || ''}</div>`,
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
