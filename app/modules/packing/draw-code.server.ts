import type PDFDocument from 'pdfkit'

/** An order's number as a code to scan, drawn in squares: sharp at any size. */
export async function drawCode(
  document: InstanceType<typeof PDFDocument>,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
): Promise<void> {
  const { default: QRCode } = await import('qrcode')
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const step = side / modules.size
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) document.rect(x + column * step, y + row * step, step, step)
  document.fillColor('#000000').fill().fillColor('#1d1a16')
}
