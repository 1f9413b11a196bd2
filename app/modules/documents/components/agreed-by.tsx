import { Fragment } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { documentKinds } from '../document-kinds'
import { documentPath } from '../document-paths'

/** The line beside a button: by pressing it she agrees to the documents that hold now, each a link. */
export function AgreedBy({ act }: { act: 'agreeOrder' | 'agreeSignIn' }) {
  const { t, href } = useTranslator()
  return (
    <p className="field-hint">
      {t(`documents.${act}`) + t('common.gap')}
      {documentKinds.map((kind, at) => (
        <Fragment key={kind}>
          {at > 0 ? t('documents.and') : null}
          <a className="link nowrap" href={href(documentPath[kind]())}>
            {t(`documents.${kind}`)}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
