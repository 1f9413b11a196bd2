/** Files that staff keeps sealed. Chinese first, English beside it. */
export const attachment = {
  none: '请先选一个文件。',
  tooLarge: '文件太大，最多 {limit} MB。',
  badType: '只收照片（JPEG、PNG、WebP）和 PDF。',
} as const

export const attachmentEn: Record<keyof typeof attachment, string> = {
  none: 'Please choose a file first.',
  tooLarge: 'The file is too large: at most {limit} MB.',
  badType: 'Pictures (JPEG, PNG, WebP) and PDF only.',
}
