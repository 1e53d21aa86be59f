/** The only way out of this lib: everything that leaves the machine goes through `HttpClient`. */
export { AddressGuard, type ResolvedAddress, type Resolver } from './address-guard.js';
export { decodeText } from './decode-text.js';
export {
  HttpClient,
  type HttpAnswer,
  type HttpClientOptions,
  type HttpRequest,
} from './http-client.js';
export { NetworkError, type NetworkErrorKind } from './network.errors.js';
export { ProviderPolicy, type ProviderPolicyOptions } from './provider-policy.js';
export { requestJson, type JsonAnswer, type JsonRequest } from './request-json.js';
