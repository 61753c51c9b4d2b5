import java.time.Instant

/** Whether an answer is a failure that has this code, which may be a status. */
private fun failedWith(code: String, status: Int, body: String): Boolean {
    val before = if (code.all { it.isDigit() }) "\"code\"\\s*:\\s*\"?" else "(?<![\\w.-])"
    val said = Regex(before + Regex.escape(code) + "(?![\\w.-])")
    return status >= 400 && (code == status.toString() || said.containsMatchIn(body))
}

/** Whether an answer leaves it open if a write happened. */
private fun leavesOpen(status: Int, body: String): Boolean =
    status >= 500 || Regex("x_write_(?:ambiguous|unconfirmed)").containsMatchIn(body)

/** When a failure passes; null when the server does not say. */
private fun resetOf(header: (String) -> String?, body: String): Instant? {
    val limits = listOf("x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit")
    val moment = limits.find { header("$it-remaining") == "0" }?.let { header("$it-reset") }?.toLongOrNull()
    if (moment != null) {
        return Instant.ofEpochSecond(moment)
    }
    val asked = header("Retry-After") ?: Regex("\"retryAfter\":\\s*(\\d+)").find(body)?.groupValues?.get(1) ?: ""
    val seconds = asked.toLongOrNull()
    return if (seconds == null) parseDate(asked) else Instant.now().plusSeconds(seconds)
}
