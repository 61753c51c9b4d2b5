const ws = new WebSocket('wss://example.com:8404/feed');
ws.onclose = (e) => {
  if (e.code === 1006 || e.code === 1011) setTimeout(open, 500);
  if (e.code === 4004) console.log('kicked');
};
ws.onmessage = (m) => { if (m.data.length === 403) ws.send('429'); };
