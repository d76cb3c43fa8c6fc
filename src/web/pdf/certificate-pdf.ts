import type { Certificate } from '../../reform/certificate.ts'
import { save } from '../model/save.ts'
import type { CertificateContext } from './certificate-context.ts'
import { certificatePdf } from './certificate-page.ts'
import { slicesOfPage } from './slice-files.ts'

export { type CertificateContext, certificateContext } from './certificate-context.ts'

/**
 * Saves the certificate as one A4 page to sign and file; the JSON of the same name (`fileName.json`) is what can be
 * checked. Throws when a face cannot be fetched.
 */
export const saveCertificatePdf = async (
  certificate: Certificate,
  context: CertificateContext,
  fileName: string,
): Promise<void> =>
  save(
    `${fileName}.pdf`,
    'application/pdf',
    await certificatePdf(certificate, { ...context, fileName }, slicesOfPage()),
  )
