/** Puts a sentence of the craft below what stands in the story, and marks the gap that is hers to fill in. */
export function putPhrase(words: string): void {
  const story = document.getElementById('storyZh')
  if (!(story instanceof HTMLTextAreaElement)) return
  const before = story.value.trimEnd()
  story.value = before === '' ? words : `${before}\n${words}`
  story.dispatchEvent(new Event('input', { bubbles: true }))
  const gap = story.value.indexOf('＿', before.length)
  story.focus()
  if (gap >= 0) story.setSelectionRange(gap, gap + 1)
}
