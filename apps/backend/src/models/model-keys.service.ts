import {
  AppError,
  userKeyProviders,
  type ModelSettings,
  type RemoveModelKeyInput,
  type SetModelKeyInput,
  type UserKeyProvider,
} from '@hatchr/contracts';
import {
  checkModelKey,
  LanguageModelService,
  type LanguageModelConfig,
} from '@hatchr/language-model';
import { ModelKeysRepository, type UserModelKey } from './model-keys.repository.js';

const nameOf: Record<UserKeyProvider, string> = { openai: 'OpenAI', anthropic: 'Anthropic' };

const isUserKeyProvider = (provider: string): provider is UserKeyProvider =>
  (userKeyProviders as readonly string[]).includes(provider);

/** What people may do with keys of their own at providers of language models. */
export class ModelKeysService {
  constructor(
    private readonly config: Pick<LanguageModelConfig, 'forUserKeys'>,
    private readonly keys: ModelKeysRepository,
    private readonly models: LanguageModelService,
  ) {}

  async settings(userId: string): Promise<ModelSettings> {
    const kept = new Map((await this.keys.list(userId)).map((key) => [key.provider, key.setAt]));
    const providers = this.offered().map(({ provider, models }) => ({
      provider,
      name: nameOf[provider],
      models: [...new Set(Object.values(models))],
      keySetAt: kept.get(provider)?.toISOString() ?? null,
    }));
    return { providers, offer: this.models.offer(await this.findForJob(userId)) };
  }

  /**
   * Keeps a key that its provider knows.
   * @throws AppError model.keys_unavailable | provider.key_refused | provider.*
   */
  async set(userId: string, { provider, key }: SetModelKeyInput): Promise<ModelSettings> {
    const offer = this.offered().find((one) => one.provider === provider);
    if (!offer) throw new AppError('model.keys_unavailable');
    await checkModelKey({ ...offer, apiKey: key });
    await this.keys.save(userId, { provider, key });
    return this.settings(userId);
  }

  async remove(userId: string, { provider }: RemoveModelKeyInput): Promise<ModelSettings> {
    await this.keys.remove(userId, provider);
    return this.settings(userId);
  }

  /** The key that a person's jobs use; null where they have none that still opens. */
  async findForJob(userId: string): Promise<UserModelKey | null> {
    const offered = this.offered().map(({ provider }) => provider);
    return offered.length === 0 ? null : this.keys.findNewest(userId, offered);
  }

  private offered() {
    return this.config.forUserKeys.flatMap((offer) =>
      isUserKeyProvider(offer.provider) ? [{ ...offer, provider: offer.provider }] : [],
    );
  }
}
