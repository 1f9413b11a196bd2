import { randomInt } from 'node:crypto'
import { pinyin } from 'pinyin-pro'
import type { Tx } from '~/platform/db/prisma.server'

/** The syllables of a shop's name: 桂兰结艺 is Gui lan jie yi. Stands where an English name is wanted until somebody writes one. */
export function latinName(nameZh: string): string {
  const words = pinyin(nameZh, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ')
  const clean =
    words
      .replace(/[^A-Za-z0-9 ]/g, '')
      .replace(/\s+/g, ' ')
      .trim() || 'Shop'
  return clean.slice(0, 1).toUpperCase() + clean.slice(1)
}

/** The characters of her name seal: the first four of the shop's name. */
export function sealOf(nameZh: string): string {
  return [...nameZh.replace(/[\s·（）()]/g, '')].slice(0, 4).join('').padEnd(2, '印')
}

/** A free address for the shop, from the syllables of its name. */
export async function findFreeSlug(tx: Tx, nameZh: string): Promise<string> {
  const stem = latinName(nameZh).toLowerCase().replaceAll(' ', '-').slice(0, 60)
  for (const slug of [stem, `${stem}-${randomInt(10, 100)}`])
    if ((await tx.seller.count({ where: { slug } })) === 0) return slug
  return `${stem}-${randomInt(100_000, 1_000_000)}`
}
