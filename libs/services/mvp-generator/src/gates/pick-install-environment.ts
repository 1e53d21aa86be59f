/**
 * How npm finds its registry: its program, its settings, certificates and proxies. Names as npm (docs: config,
 * "Environment Variables") and Node.js (docs: NODE_EXTRA_CA_CERTS, SSL_CERT_FILE) read them.
 */
const names =
  /^(?:path|npm_config_(?:registry|cafile|ca|userconfig|globalconfig|proxy|https_proxy|noproxy|strict_ssl)|node_extra_ca_certs|ssl_cert_(?:file|dir)|(?:https?|no|all)_proxy)$/iu;

/**
 * What of an environment the installation of the shared dependencies may see: it comes from the same registry, by
 * the same way, as the rest of the product. Code of generated apps never runs with it.
 */
export function pickInstallEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && names.test(entry[0]),
    ),
  );
}
