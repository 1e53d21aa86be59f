import type { IdentityAttribute } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface KeptAttribute {
  attribute: IdentityAttribute;
  value: string;
  shownAt: Date;
}

/** Facts that people have shown of the identity behind their account. */
@Injectable()
export class IdentityAttributesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(userId: string): Promise<KeptAttribute[]> {
    return this.dataSource.query(
      `SELECT attribute, value, shown_at AS "shownAt" FROM identity_attributes
       WHERE user_id = $1 ORDER BY attribute`,
      [userId],
    );
  }

  /** Keeps a fact that an account has shown. False when that account is not the person's any more. */
  async save(
    userId: string,
    address: string,
    { attribute, value }: Omit<KeptAttribute, 'shownAt'>,
  ): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO identity_attributes (user_id, attribute, value)
       SELECT user_id, $3, $4 FROM concordium_accounts WHERE user_id = $1 AND address = $2
       ON CONFLICT (user_id, attribute) DO UPDATE SET value = EXCLUDED.value, shown_at = now()
       RETURNING attribute`,
      [userId, address, attribute, value],
    );
    return rows.length > 0;
  }

  async remove(userId: string, attribute: IdentityAttribute): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM identity_attributes WHERE user_id = $1 AND attribute = $2',
      [userId, attribute],
    );
  }
}
