import { toProofDocument, type StepContext } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { ArtifactsRepository } from '../../projects/artifacts.repository.js';
import { ProofsService } from '../../proofs/proofs.service.js';
import { need, PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

/** Gives the manifest its proof of existence. */
@Injectable()
export class IdentityStep extends PipelineStep<'identity'> {
  readonly key = 'identity';
  readonly timeLimitMs = 60_000;
  readonly maxAttempts = 3;

  constructor(
    private readonly proofs: ProofsService,
    private readonly artifacts: ArtifactsRepository,
  ) {
    super();
  }

  async run(input: StepInput, context: StepContext): Promise<StepResult<'identity'>> {
    const { manifestDigest } = need(input.earlier, 'packaging');
    const { spec } = need(input.earlier, 'mvp');
    context.progress(0.2, 'Recording the manifest in the transparency log');
    const proof = await this.proofs.record(manifestDigest);
    const where = proof.anchor ? 'it goes to the chain in the background' : 'not on a chain';
    context.log('info', `Entry ${proof.entry.index} of the local log (${where})`, {
      digest: manifestDigest,
    });
    const file = {
      path: `${spec.slug}.proof.json`,
      content: `${JSON.stringify(toProofDocument(proof), null, 2)}\n`,
    };
    const records = await this.artifacts.store([file], 'proof', context.signal);
    return {
      output: proof,
      alsoWrites: (manager) => this.artifacts.replace(manager, input.jobId, ['proof'], records),
    };
  }
}
