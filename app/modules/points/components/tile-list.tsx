import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { NameSeal } from '~/ui/name-seal'
import type { Tile } from '../find-tiles.server'

/** The makers of a shared device, as large targets: a seal and a shop's name. */
export function TileList({ tiles }: { tiles: readonly Tile[] }) {
  const { href } = useTranslator()
  return (
    <ul className="point-tiles">
      {tiles.map(({ id, shop, seal }) => (
        <li key={id}>
          <a href={href(paths.pointTile({ memberId: id }))}>
            <NameSeal text={seal} />
            <b>{shop}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
