import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** On which shared devices her tile stands; from her own phone she takes it off. */
export function OwnTiles({ tiles }: { tiles: readonly { id: string; name: string }[] }) {
  const { t } = useTranslator()
  if (tiles.length === 0) return null
  return (
    <section className="studio-section" aria-labelledby="tiles">
      <h2 id="tiles">{t('point.tilesTitle')}</h2>
      <p className="quiet mb-4">{t('point.tilesLead')}</p>
      <ul className="grid gap-3">
        {tiles.map(({ id, name }) => (
          <li key={id}>
            <Form method="post">
              <input type="hidden" name="memberId" value={id} />
              <Button name="intent" value="remove">
                {t('point.removeTile', { name })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
