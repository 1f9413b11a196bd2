/** How wide, high and deep a piece is. */
export const sides = {
  sidesLegend: '量一量（可不填）',
  sidesHint: '填了宽和高，店里会照比例画出来，旁边画一只手、一枚硬币或一张 A4 纸，买家一看就知道多大。',
  fieldWidth: '宽',
  fieldHeight: '高',
  fieldDepth: '厚',
  mmUnit: '毫米',
  mmCount: '{count} 毫米',
} as const

export const sidesEn: Record<keyof typeof sides, string> = {
  sidesLegend: 'Measure it (optional)',
  sidesHint:
    'With width and height, the shop draws it to scale beside a hand, a coin or a sheet of A4, so that a buyer sees how large it is.',
  fieldWidth: 'Width',
  fieldHeight: 'Height',
  fieldDepth: 'Depth',
  mmUnit: 'mm',
  mmCount: '{count} mm',
}
