import secrets
import sqlite3

from flask import Flask, abort, g, jsonify, redirect, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 500 * 1024


def db():
    if "db" not in g:
        g.db = sqlite3.connect("links.db", timeout=5.0)
    return g.db


@app.errorhandler(404)
@app.errorhandler(405)
def unknown(error):
    return jsonify(message=error.description), error.code


@app.errorhandler(500)
def broken(error):
    app.logger.exception("request failed")
    return jsonify(message="sorry"), 500


@app.post("/links")
def create():
    url = (request.get_json(silent=True) or {}).get("url", "")
    if not url.startswith("https://"):
        abort(422, "only https")
    if len(url) > 500:
        return jsonify(message="too long"), 400
    if request.headers.get("x-key") != app.config["KEY"]:
        abort(401)
    slug = secrets.token_urlsafe(4)
    db().execute("insert into links values (?, ?, 0)", (slug, url))
    db().commit()
    return jsonify(slug=slug), 201


@app.get("/<slug>")
def follow(slug):
    row = db().execute("select url, hits from links where slug = ?", (slug,)).fetchone()
    if row is None:
        abort(404)
    if row[1] > 500:
        abort(429)
    return redirect(row[0], 302)


if __name__ == "__main__":
    app.run(port=5000)
