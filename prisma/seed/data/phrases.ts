/** Ready sentences of the demo's coordinators of Yuzhong: the county's, and one of her own. */
export const phrases = [
  { by: '13800000103', isShared: true, words: '照片请在窗边白天拍，整件一张，近处一张，背面一张。' },
  { by: '13800000103', isShared: true, words: '请加一张带尺子或者拿在手上的照片，买的人好知道大小。' },
  { by: '13800000113', isShared: true, words: '电话和微信请从介绍里拿掉，买的人在店里问您。' },
  { by: '13800000103', isShared: false, words: '我这周三去村里，当面帮您补照片。' },
] as const
