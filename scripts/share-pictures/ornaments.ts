import { type drawnCrafts, drawnSize } from '~/modules/search/share-picture'
import { knotLattice } from '~/ui/knot-lattice'
import { count, ground, middle, n, palette, wavering } from './palette'

const { x: midX, y: midY } = middle

/** A path drawn as a cord of two plies, `width` thick. */
function cord(path: string, width: number): string {
  const line = (colour: string, thick: number, more = '') =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${n(thick)}"${more}/>`
  return [
    line(palette.cinnabarDeep, width),
    line(palette.cinnabar, width * 0.78),
    line(
      palette.paper,
      width * 0.5,
      ` stroke-opacity="0.2" stroke-dasharray="${n(width * 0.16)} ${n(width * 0.3)}"`,
    ),
  ].join('')
}

/** A knot of so many cords, hung by its corners. */
function knot({ cords, pitch, width }: { cords: number; pitch: number; width: number }): string {
  const { pieces } = knotLattice({ cords, pitch, gap: width * 0.68 })
  return `<g transform="rotate(45)">${pieces.map((piece) => cord(piece, width)).join('')}</g>`
}

/** One cord from edge to edge, tied in the middle. */
function knots(): string {
  return [
    ground(palette.paper),
    cord(`M-10 ${midY}H${midX - 222}M${midX + 222} ${midY}H${drawnSize.width + 10}`, 22),
    `<g transform="translate(${midX} ${midY})">${knot({ cords: 6, pitch: 45, width: 25 })}</g>`,
  ].join('')
}

/** Rows of beads, each between two of the next, with lozenges counted into them. */
function beadwork(): string {
  const step = 42
  const row = step * 0.87
  const waver = wavering(7)
  const shades = [palette.cinnabar, palette.loess, palette.indigo, palette.paper, palette.green] as const
  const beads = count(17).flatMap((down) =>
    count(31).map((along) => {
      const x = midX + (along - 15) * step + (down % 2 ? step / 2 : 0)
      const y = midY + (down - 8) * row
      const ring = Math.floor((Math.abs(x - midX) / step + Math.abs(y - midY) / row) / 1.5)
      const colour = shades[ring % shades.length] ?? palette.paper
      const r = step * 0.47 + (waver() - 0.5) * 1.6
      return [
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}"/>`,
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="url(#shade)"/>`,
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.2)}" fill="${palette.ink}" fill-opacity="0.55"/>`,
      ].join('')
    }),
  )
  const shade = `<radialGradient id="shade" cx="0.34" cy="0.3" r="0.8"><stop offset="0" stop-color="${palette.sheet}" stop-opacity="0.5"/><stop offset="0.45" stop-color="${palette.sheet}" stop-opacity="0"/><stop offset="1" stop-color="${palette.ink}" stop-opacity="0.45"/></radialGradient>`
  return `<defs>${shade}</defs>${ground(palette.ink)}${beads.join('')}`
}

/** Where the cloth was bound it stayed white: rings that waver, one large and many small. */
function tieDye(): string {
  const waver = wavering(11)
  const ring = (x: number, y: number, r: number, thick: number, strength: number) => {
    const points = count(48).map((at) => {
      const angle = (at / 48) * 2 * Math.PI
      const far = r * (1 + (waver() - 0.5) * 0.09)
      return `${n(x + Math.cos(angle) * far)} ${n(y + Math.sin(angle) * far)}`
    })
    return `<path d="M${points.join('L')}Z" fill="none" stroke="${palette.indigoTint}" stroke-width="${n(thick)}" stroke-opacity="${n(strength)}" stroke-linejoin="round"/>`
  }
  const bound = (x: number, y: number, reach: number, rings: number) =>
    count(rings)
      .map((at) =>
        ring(
          x,
          y,
          (reach * (at + 0.6)) / rings,
          (reach / rings) * (0.62 - at * 0.035),
          0.95 - at * (0.7 / rings),
        ),
      )
      .join('')
  const small = count(9).flatMap((along) =>
    count(5).map((down) => {
      const x = midX + (along - 4) * 150 + (down % 2 ? 75 : 0)
      const y = midY + (down - 2) * 132
      return Math.hypot(x - midX, y - midY) < 300 ? '' : bound(x, y, 46, 4)
    }),
  )
  const soft = '<filter id="soft"><feGaussianBlur stdDeviation="2.2"/></filter>'
  return `<defs>${soft}</defs>${ground(palette.indigoDeep)}<g filter="url(#soft)">${bound(midX, midY, 250, 9)}${small.join('')}</g>`
}

/** Six stitches in a ring, and six more each round, as far as the picture goes. */
function crochet(): string {
  const depth = 29
  const yarns = [
    palette.loess,
    palette.cinnabar,
    palette.paper,
    palette.green,
    palette.loess,
    palette.indigo,
  ] as const
  const stitches = count(24).flatMap((round) => {
    const stitch = (round + 1) * 6
    const yarn = yarns[Math.floor(round / 2) % yarns.length] ?? palette.paper
    const r = (round + 0.75) * depth
    return count(stitch).map((at) => {
      const turn = (at / stitch) * 360 + round * 4
      const leg = (lean: number) =>
        `<ellipse cx="${n(r)}" cy="${n(lean * 6.6)}" rx="17" ry="8" transform="rotate(${n(lean * -24)} ${n(r)} ${n(lean * 6.6)})" fill="${yarn}" stroke="${palette.ink}" stroke-opacity="0.32" stroke-width="1.6"/>`
      return `<g transform="rotate(${n(turn)})">${leg(-1)}${leg(1)}</g>`
    })
  })
  return `${ground(palette.ochre)}<g transform="translate(${midX} ${midY})">${stitches.reverse().join('')}</g>`
}

/** A peony of long and short stitches, each petal worked from the rim inwards. */
function embroidery(): string {
  const waver = wavering(23)
  const petal = (turn: number, far: number, wide: number, shades: readonly [string, string, string]) => {
    const lines = count(92).map((at) => {
      const across = at / 91 - 0.5
      const angle = across * wide
      const rim = far * (0.8 + 0.2 * Math.cos(across * Math.PI) - 0.025 * Math.cos(across * 6 * Math.PI))
      const stitch = (from: number, to: number, colour: string) =>
        `<path d="M${n(Math.cos(angle) * from)} ${n(Math.sin(angle) * from)}L${n(Math.cos(angle) * to)} ${n(Math.sin(angle) * to)}" stroke="${colour}" stroke-width="${n(Math.max(1.3, far * wide * 0.0085))}"/>`
      const long = rim * (0.62 + waver() * 0.14)
      const short = rim * (0.36 + waver() * 0.14)
      return (
        stitch(rim * 0.1, short, shades[2]) + stitch(short, long, shades[1]) + stitch(long, rim, shades[0])
      )
    })
    return `<g transform="rotate(${n(turn)})">${lines.join('')}</g>`
  }
  const red = ['#f0c9b4', '#d4705a', palette.cinnabar] as const
  const leaf = ['#8fb49a', '#4c8a6c', palette.green] as const
  const ringOf = (
    petals: number,
    far: number,
    wide: number,
    shift: number,
    shades: typeof red | typeof leaf,
  ) =>
    count(petals)
      .map((at) => petal((at * 360) / petals + shift, far, wide, shades))
      .join('')
  const heart = count(26)
    .map((at) => {
      const [angle, far] = [at * 2.4, Math.sqrt(at) * 8.2]
      return `<circle cx="${n(Math.cos(angle) * far)}" cy="${n(Math.sin(angle) * far)}" r="5.2" fill="${palette.loess}"/>`
    })
    .join('')
  const edge = `<rect x="36" y="36" width="${drawnSize.width - 72}" height="${drawnSize.height - 72}" fill="none" stroke="${palette.loess}" stroke-width="4" stroke-dasharray="19 16"/>`
  const flower = [
    ringOf(6, 330, 0.44, 0, leaf),
    ringOf(8, 262, 0.86, 12, red),
    ringOf(7, 186, 0.98, 30, red),
    ringOf(5, 116, 1.2, 8, red),
    heart,
  ]
  return `${ground(palette.indigo)}${edge}<g transform="translate(${midX} ${midY}) scale(0.86)">${flower.join('')}</g>`
}

/** A sachet on its cord, sewn round its edge, with three tassels. */
function sachets(): string {
  const lobes = count(8).map((at) => {
    const angle = (at / 8) * 2 * Math.PI + Math.PI / 8
    return `<circle cx="${n(Math.cos(angle) * 108)}" cy="${n(Math.sin(angle) * 108)}" r="62"/>`
  })
  const body = (grow: number, colour: string) =>
    `<g fill="${colour}" transform="scale(${grow})">${lobes.join('')}<circle r="128"/></g>`
  const sewn = `<circle r="112" fill="none" stroke="${palette.loess}" stroke-width="4" stroke-dasharray="14 12"/>`
  const tassel = (x: number, top: number) => {
    const threads = count(15).map(
      (at) =>
        `<path d="M${n(x + (at - 7) * 1.5)} ${top + 42}C${n(x + (at - 7) * 2.6)} ${top + 110} ${n(x + (at - 7) * 3)} ${top + 190} ${n(x + (at - 7) * 3.1)} ${top + 330}" stroke="${at % 2 ? palette.cinnabar : palette.cinnabarDeep}" stroke-width="3.4" fill="none"/>`,
    )
    return [
      cord(`M${x} ${top - 60}V${top + 8}`, 9),
      threads.join(''),
      `<circle cx="${x}" cy="${top + 12}" r="15" fill="${palette.green}"/>`,
      `<rect x="${x - 13}" y="${top + 26}" width="26" height="20" fill="${palette.loess}"/>`,
    ].join('')
  }
  return [
    ground(palette.greenTint),
    cord(`M${midX} -10V130`, 16),
    tassel(midX - 74, 440),
    tassel(midX + 74, 440),
    tassel(midX, 466),
    `<g transform="translate(${midX} 268)">${body(1.04, palette.cinnabarDeep)}${body(1, palette.cinnabar)}${sewn}<g transform="scale(0.62)">${loessKnot()}</g></g>`,
  ].join('')
}

/** The mark's knot as it is embroidered: one line of gold. */
function loessKnot(): string {
  const { pieces } = knotLattice({ cords: 4, pitch: 38, gap: 13 })
  return `<g transform="rotate(45)" fill="none" stroke="${palette.loess}" stroke-width="15">${pieces.map((d) => `<path d="${d}"/>`).join('')}</g>`
}

/** A caisson ceiling's lotus in copper wire, each cell filled with its sand, ring behind ring. */
function cloisonne(): string {
  const petal = (near: number, far: number, half: number, colour: string) => {
    const mid = near + (far - near) * 0.5
    const path = `M${n(near)} 0C${n(near)} ${n(half)} ${n(mid)} ${n(half * 1.15)} ${n(mid + (far - mid) * 0.4)} ${n(half * 0.75)}S${n(far - (far - mid) * 0.2)} ${n(half * 0.12)} ${n(far)} 0C${n(far - (far - mid) * 0.2)} ${n(-half * 0.12)} ${n(mid + (far - mid) * 0.4 + (far - mid) * 0.15)} ${n(-half * 0.5)} ${n(mid + (far - mid) * 0.4)} ${n(-half * 0.75)}C${n(mid)} ${n(-half * 1.15)} ${n(near)} ${n(-half)} ${n(near)} 0Z`
    return `<path d="${path}" fill="${colour}" stroke="${palette.ochre}" stroke-width="5"/><path d="${path}" fill="none" stroke="${palette.loess}" stroke-width="2.4"/>`
  }
  const ring = ({ petals, near, far, sands }: Ring, at: number) => {
    const half = (Math.PI / petals) * (near + far) * 0.47
    return count(petals)
      .map((place) => {
        const turn = ((place + (at % 2) / 2) * 360) / petals
        const nested = sands.map((sand, depth) =>
          petal(near + depth * 4, far - (far - near) * 0.24 * depth, half * (1 - 0.27 * depth), sand),
        )
        return `<g transform="rotate(${n(turn)})">${nested.join('')}</g>`
      })
      .join('')
  }
  const rings: readonly Ring[] = [
    { petals: 8, near: 44, far: 128, sands: [palette.cinnabar, '#d4705a', palette.loessTint] },
    { petals: 16, near: 96, far: 200, sands: [palette.azurite, '#7fb3c4', palette.indigoTint] },
    { petals: 16, near: 168, far: 292, sands: [palette.green, '#6fa58a', palette.greenTint] },
    { petals: 24, near: 262, far: 400, sands: [palette.indigo, palette.azurite, '#7fb3c4'] },
    { petals: 24, near: 366, far: 520, sands: [palette.cinnabarDeep, palette.cinnabar, palette.loessTint] },
    { petals: 32, near: 486, far: 650, sands: [palette.azurite, '#7fb3c4', palette.indigoTint] },
    { petals: 32, near: 610, far: 780, sands: [palette.green, '#6fa58a', palette.greenTint] },
  ]
  const seeds = count(19).map((at) => {
    const [angle, far] = [at * 2.4, Math.sqrt(at) * 8.6]
    return `<circle cx="${n(Math.cos(angle) * far)}" cy="${n(Math.sin(angle) * far)}" r="4.6" fill="${palette.ochre}"/>`
  })
  const heart = `<circle r="50" fill="${palette.loess}" stroke="${palette.ochre}" stroke-width="5"/>${seeds.join('')}`
  const drawn = rings.map(ring).toReversed().join('')
  return `${ground(palette.indigoDeep)}<g transform="translate(${midX} ${midY})">${drawn}${heart}</g>`
}

type Ring = { petals: number; near: number; far: number; sands: readonly string[] }

/** A gourd with hills burnt into it, far ones first. */
function gourds(): string {
  const outline =
    'M600 76C614 76 620 92 630 104C668 116 694 150 694 190C694 226 678 250 668 272C662 290 670 302 688 314C742 350 776 398 776 454C776 536 700 584 600 584C500 584 424 536 424 454C424 398 458 350 512 314C530 302 538 290 532 272C522 250 506 226 506 190C506 150 532 116 570 104C580 92 586 76 600 76Z'
  const hill = (base: number, height: number, wave: number, shift: number, strength: number) => {
    const points = count(81).map((at) => {
      const x = 400 + at * 5
      const y =
        base -
        height * Math.abs(Math.sin(x / wave + shift)) -
        height * 0.3 * Math.sin(x / (wave * 0.37) + shift)
      return `${x} ${n(y)}`
    })
    return `<path d="M${points.join('L')}V640H400Z" fill="${palette.ochre}" fill-opacity="${strength}" stroke="${palette.ink}" stroke-opacity="0.6" stroke-width="2.5"/>`
  }
  const sun = `<circle cx="640" cy="208" r="26" fill="none" stroke="${palette.ochre}" stroke-width="4"/>`
  const geese = count(3)
    .map((at) => {
      const [x, y] = [532 + at * 27, 176 + at * 12]
      return `<path d="M${x - 11} ${y - 5}Q${x - 4} ${y - 7} ${x} ${y}Q${x + 4} ${y - 7} ${x + 11} ${y - 5}" fill="none" stroke="${palette.ink}" stroke-opacity="0.7" stroke-width="2.6"/>`
    })
    .join('')
  const shine = `<linearGradient id="round" x1="0" x2="1"><stop offset="0" stop-color="${palette.ink}" stop-opacity="0.3"/><stop offset="0.34" stop-color="${palette.sheet}" stop-opacity="0.34"/><stop offset="0.7" stop-color="${palette.ink}" stop-opacity="0.02"/><stop offset="1" stop-color="${palette.ink}" stop-opacity="0.38"/></linearGradient>`
  return [
    `<defs><clipPath id="gourd"><path d="${outline}"/></clipPath>${shine}</defs>`,
    ground(palette.hemp),
    `<path d="M600 80C596 50 606 22 640 -10" fill="none" stroke="${palette.ochre}" stroke-width="13" stroke-linecap="round"/>`,
    `<g clip-path="url(#gourd)"><rect x="400" width="400" height="640" fill="${palette.loess}"/>`,
    hill(438, 52, 46, 0.4, 0.16),
    hill(474, 46, 61, 2.1, 0.28),
    hill(520, 44, 38, 4, 0.42),
    hill(572, 34, 55, 1.1, 0.62),
    `${sun}${geese}<path d="M${count(34)
      .map((at) => `${424 + at * 11} ${n(296 + Math.sin(at * 2.1) * 3)}`)
      .join('L')}" fill="none" stroke="${palette.ochre}" stroke-width="3" stroke-dasharray="9 6"/>`,
    `<rect x="400" width="400" height="640" fill="url(#round)"/></g>`,
    cord(`M-10 ${276}H530M670 276H1210`, 12),
    cord('M528 272C562 288 638 288 672 272', 15),
  ].join('')
}

/** Ribbons in the wind, thin washes one over the other. */
function feitian(): string {
  const ribbon = ({ y, swing, wave, shift, wide, colour }: Ribbon) => {
    const at = (x: number, side: number) => {
      const bend = Math.sin(x / wave + shift)
      const thick = wide * (0.3 + 0.7 * Math.abs(Math.cos(x / (wave * 1.35) + shift)))
      return `${x} ${n(y + bend * swing + Math.sin(x / (wave * 2.3)) * swing * 0.5 + side * thick)}`
    }
    const along = count(125).map((step) => step * 10 - 20)
    const band = (from: number, to: number, strength: number) =>
      `<path d="M${along.map((x) => at(x, from)).join('L')}L${along
        .toReversed()
        .map((x) => at(x, to))
        .join('L')}Z" fill="${colour}" fill-opacity="${strength}"/>`
    const line = (side: number, strength: number) =>
      `<path d="M${along.map((x) => at(x, side)).join('L')}" fill="none" stroke="${palette.ink}" stroke-opacity="${strength}" stroke-width="2"/>`
    return (
      band(-1, 1, 0.82) +
      band(-1, -0.35, 0.35) +
      line(-1, 0.5) +
      line(1, 0.5) +
      line(-0.35, 0.22) +
      line(0.3, 0.22)
    )
  }
  const ribbons: readonly Ribbon[] = [
    { y: 120, swing: 62, wave: 150, shift: 0.3, wide: 34, colour: palette.loess },
    { y: 250, swing: 96, wave: 178, shift: 2.2, wide: 46, colour: palette.green },
    { y: 350, swing: 104, wave: 164, shift: 4.1, wide: 50, colour: palette.azurite },
    { y: 420, swing: 92, wave: 190, shift: 5.6, wide: 38, colour: palette.cinnabar },
    { y: 540, swing: 60, wave: 140, shift: 1.2, wide: 30, colour: palette.ochre },
  ]
  return ground(palette.loessTint) + ribbons.map(ribbon).join('')
}

type Ribbon = { y: number; swing: number; wave: number; shift: number; wide: number; colour: string }

/** The shop itself: its knot on a title slip, on dyed cloth. */
function shop(): string {
  const lens = (x: number, y: number, wide: number, strength: number) =>
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(wide)}" ry="9" fill="${palette.indigoTint}" fill-opacity="${n(strength)}"/>`
  const cloth = count(14).flatMap((row) =>
    count(17).map((along) => {
      const far = Math.abs(row - 6.5) / 6.5
      return lens(along * 80 - 40 + (row % 2 ? 40 : 0), 23 + row * 45, 12 + 22 * far, 0.12 + 0.5 * far * far)
    }),
  )
  const [wide, tall] = [330, 440]
  const box = (inset: number, more: string) =>
    `<rect x="${midX - wide / 2 + inset}" y="${midY - tall / 2 + inset}" width="${wide - 2 * inset}" height="${tall - 2 * inset}" ${more}/>`
  return [
    ground(palette.indigoDeep),
    cloth.join(''),
    box(0, `fill="${palette.sheet}"`),
    box(14, `fill="none" stroke="${palette.ink}" stroke-width="2.5"`),
    cord(`M${midX} ${midY - tall / 2 + 15}V${midY - 122}M${midX} ${midY + 122}V${midY + tall / 2 - 15}`, 11),
    `<g transform="translate(${midX} ${midY})">${knot({ cords: 4, pitch: 35, width: 19 })}</g>`,
  ].join('')
}

/** What stands for a craft, and for the shop, where there is no photograph: each the inside of an SVG. */
export const ornaments = {
  shop,
  knots,
  beadwork,
  'tie-dye': tieDye,
  crochet,
  embroidery,
  sachets,
  cloisonne,
  gourds,
  feitian,
} as const satisfies Record<'shop' | (typeof drawnCrafts)[number], () => string>
