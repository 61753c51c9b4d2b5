from flask import Flask, abort, jsonify

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 500 * 1024


@app.route("/orders/<int:n>")
def order(n):
    if n == 404:
        return jsonify(n=n)
    if n > 429:
        abort(404)
    return jsonify(error="not yours"), 403


@app.errorhandler(500)
def broken(error):
    return jsonify(error="sorry"), 500


if __name__ == "__main__":
    app.run(port=5030)
