import { useState } from 'react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { SelectField } from '~/ui/field'
import { pocketPlace } from '../pocket-place'
import type { KeptDraft, KeptPhoto } from '../store'
import type { Pocket } from '../use-pocket'
import { DropDraft } from './drop-draft'
import { DraftState } from './pocket-state'

type PocketListProps = {
  pocket: Pocket
  onBegin: (sellerId: string | null) => void
  onDrop: (id: string) => void
}

/** Everything that is begun, and the way to begin another. */
export function PocketList({ pocket, onBegin, onDrop }: PocketListProps) {
  const { t, href } = useTranslator()
  const sellers = pocket.owner?.sellers ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const sellerId = chosen ?? sellers[0]?.id ?? null
  if (pocket.state === 'none')
    return (
      <EmptyState
        title={t('pocket.title')}
        text={t('pocket.cannot')}
        action={{ href: href(paths.studioNewProduct()), text: t('pocket.cannotLink') }}
      />
    )
  return (
    <>
      <div className="pocket-begin" hidden={pocket.state === 'closed'}>
        {sellers.length > 1 ? (
          <SelectField
            id="pocket-seller"
            label={t('pocket.beginFor')}
            value={sellerId ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            choices={sellers.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : null}
        <Button kind="seal" size={68} wide icon="camera" type="button" onClick={() => onBegin(sellerId)}>
          {t('pocket.begin')}
        </Button>
      </div>
      {pocket.state !== 'ready' ? (
        <p className="field-hint">{t('pocket.loading')}</p>
      ) : pocket.drafts.length === 0 ? (
        <EmptyState title={t('pocket.none')} text={t('pocket.noneText')} />
      ) : (
        <section className="pocket-list" aria-labelledby="pocket-list">
          <h2 id="pocket-list">{t('pocket.listTitle')}</h2>
          <ul>
            {pocket.drafts.map((draft) => (
              <DraftRow
                key={draft.id}
                draft={draft}
                photos={pocket.photos.get(draft.id) ?? []}
                onDrop={() => onDrop(draft.id)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function DraftRow({
  draft,
  photos,
  onDrop,
}: {
  draft: KeptDraft
  photos: readonly KeptPhoto[]
  onDrop: () => void
}) {
  const { t } = useTranslator()
  return (
    <li className="pocket-row">
      <a className="link link-line" href={pocketPlace(draft.id, 'photos')}>
        {draft.typed.titleZh || t('pocket.untitled')}
      </a>
      <DraftState draft={draft} photos={photos} />
      <DropDraft draft={draft} photos={photos} onDrop={onDrop} />
    </li>
  )
}
