import {
  Body, ConflictException, Controller, Get, HttpCode, HttpException, HttpStatus,
  NotFoundException, Param, Post, Res, UnauthorizedException,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';

const ROW_LENGTH = 500;
const TREES_PER_ROW = 429;

@Controller('rows')
export class OrchardController {
  constructor(private readonly rows: RowStore) {}

  @Get(':id')
  @ApiResponse({ status: 404, description: 'No such row' })
  async one(@Param('id') id: string) {
    const row = await this.rows.find(id);
    if (!row) throw new NotFoundException(`row ${id}`);
    if (row.felled) throw new HttpException('The row was felled', HttpStatus.GONE);
    return { ...row, trees: Math.min(row.trees, TREES_PER_ROW) };
  }

  @Post()
  @HttpCode(201)
  async plant(@Body() body: NewRow) {
    if (!body.key) throw new UnauthorizedException();
    if (body.metres > ROW_LENGTH) throw new HttpException({ reason: 'too long' }, 422);
    if (await this.rows.has(body.name)) throw new ConflictException('planted already');
    return this.rows.add(body);
  }

  @Post(':id/harvest')
  async harvest(@Param('id') id: string, @Res() res: Response) {
    const crates = await this.rows.harvest(id);
    if (crates === null) return res.status(HttpStatus.LOCKED).json({ error: 'another crew is in the row' });
    if (crates > 404) return res.status(HttpStatus.PAYLOAD_TOO_LARGE).send();
    return res.status(200).json({ crates });
  }

  @Get('weather')
  async weather(@Res() res: Response) {
    const answer = await fetch('https://weather.grove.example/now');
    if (answer.status === HttpStatus.TOO_MANY_REQUESTS) return res.sendStatus(503);
    if (!answer.ok) return res.sendStatus(HttpStatus.BAD_GATEWAY);
    return res.json(await answer.json());
  }
}

export function shade(hour: number): number {
  const table = [403, 404, 429, 500, 503];
  return table[hour % table.length] / 4;
}
