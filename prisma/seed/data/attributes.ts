/** What some of the sample pieces say to the questions of their craft (data/templates), by the piece's key. */
export const attributes: Readonly<Record<string, Readonly<Record<string, string | number | string[]>>>> = {
  'endless-knot-hall': {
    'knot-type': ['panchang'],
    'knot-cord': 'five',
    'knot-use': 'wall',
    'knot-meaning': '一根线走到底，讨个长久',
  },
  'double-bracelet-amber': { 'bead-material': ['glass'], 'bead-thread': 'elastic', 'bead-form': 'string' },
  'headscarf-triangles-safflower-pink': {
    'dye-method': 'tied',
    'dye-tie': ['fold'],
    'dye-plant': 'safflower',
    'dye-cloth': 'cotton',
  },
  'crochet-rabbit-orange-bow': { 'crochet-yarn': 'cotton', 'crochet-age': 'three' },
  'cushion-embroidered-peonies': {
    'embroidery-stitch': ['satin', 'shading'],
    'embroidery-ground': 'linen',
    'embroidery-thread': 'silk',
    'embroidery-sides': 'one',
  },
  'gourd-shaped-sachet': {
    'sachet-filling': ['mugwort'],
    'sachet-festival': 'duanwu',
    'sachet-refill': 'no',
  },
  'lotus-under-moon-cloisonne': {
    'cloisonne-wire': 'copper',
    'cloisonne-fill': 'sand',
    'cloisonne-subject': 'lotus',
    'cloisonne-frame': 'framed',
  },
  'gourd-burned-landscape': {
    'gourd-technique': 'burned',
    'gourd-height': 24,
    'gourd-subject': 'landscape',
  },
  'feitian-cave-colours-framed': { 'feitian-kind': 'paint', 'feitian-frame': 'framed' },
}
