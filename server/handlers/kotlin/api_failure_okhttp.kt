import okhttp3.Response

/** Executes. A failure with the [code] is thrown as an [ApiFailure]. All else is passed on as it came. */
private fun executeOrFail(code: String, advice: String, execute: () -> Response): Response {
    val response = execute()
    val body = if (response.isSuccessful) "" else response.peekBody(64L shl 10).string()
    if (!failedWith(code, statusOf(response), body)) {
        return response
    }
    response.close()
    throw ApiFailure(code, statusOf(response), resetOf({ response.header(it) }, body), advice)
}
