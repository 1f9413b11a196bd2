/** Sending a piece on: the poster and its page. */
export const share = {
  title: '分享这一件',
  lead: '长按图片存到手机，发给朋友、发到群里。扫图上的码，就看到这一件。',
  poster: '{title}的分享图，带二维码',
  save: '存图片',
  address: '或者把网址发过去',
  copy: '复制',
  copied: '复制了',
  back: '回到这一件',
  scan: '扫码看这一件',
} as const

export const shareEn: Record<keyof typeof share, string> = {
  title: 'Share this piece',
  lead: 'Save the picture and send it on. Its code leads to this piece.',
  poster: 'Poster of {title}, with a QR code',
  save: 'Save the picture',
  address: 'Or send the address',
  copy: 'Copy',
  copied: 'Copied',
  back: 'Back to the piece',
  scan: 'Scan to see it',
}
