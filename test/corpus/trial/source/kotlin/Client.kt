package example

import io.ktor.client.plugins.ClientRequestException
import io.ktor.http.HttpStatusCode

private const val PAGE = 500

suspend fun load(id: Int): Order? {
    val response = client.get("https://orders.example/orders/$id")
    return when (response.status) {
        HttpStatusCode.NotFound -> null
        HttpStatusCode.TooManyRequests -> { delay(500); load(id) }
        else -> response.body()
    }
}

fun check(e: retrofit2.HttpException, n: Int) {
    if (e.code() == 401) login()
    if (e.code() in 500..599) wait(404)
    if (n in 400..500) println(429)
}
