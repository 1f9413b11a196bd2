/** Looking at a photograph in large. */
export const gallery = {
  zoomOpen: '看大图',
  zoomLabel: '大图',
  zoomClose: '关上',
  zoomNext: '下一张',
  zoomPrevious: '上一张',
  zoomIn: '放大看',
  zoomOut: '看整张',
} as const

export const galleryEn: Record<keyof typeof gallery, string> = {
  zoomOpen: 'See it large',
  zoomLabel: 'Photograph, large',
  zoomClose: 'Close',
  zoomNext: 'Next',
  zoomPrevious: 'Previous',
  zoomIn: 'Closer',
  zoomOut: 'Whole picture',
}
