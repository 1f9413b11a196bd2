import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'

/** Her pieces to take along, of each of her sellers. */
export function ExportLinks({ sellers }: { sellers: readonly { id: string; name: string }[] }) {
  const { t, href } = useTranslator()
  return (
    <section className="studio-section">
      <h2>{t('pieces.exportTitle')}</h2>
      <p className="studio-lead">{t('pieces.exportText')}</p>
      {sellers.map(({ id, name }) => (
        <div key={id}>
          {sellers.length > 1 ? <h3>{name}</h3> : null}
          <p className="flex flex-wrap gap-2 py-2">
            {(['xlsx', 'csv', 'zip'] as const).map((form) => (
              <ButtonLink
                key={form}
                kind="line"
                href={href(paths.studioPiecesFile({ form }, { seller: id }))}
                download
              >
                {t(fileTitle[form])}
              </ButtonLink>
            ))}
          </p>
        </div>
      ))}
    </section>
  )
}

const fileTitle = {
  xlsx: 'pieces.exportXlsx',
  csv: 'pieces.exportCsv',
  zip: 'pieces.exportPhotos',
} as const
