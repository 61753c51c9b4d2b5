import { NextResponse } from 'next/server';

const LIMIT = 429_000;

export async function POST(req: Request) {
  const text = await req.text();
  if (text.length > LIMIT) return NextResponse.json({ message: 'too big' }, { status: 413 });
  try {
    return NextResponse.json(JSON.parse(text), { status: 201 });
  } catch {
    return new Response('no JSON', { status: 400 });
  }
}
