package org.example.bot

import kotlinx.coroutines.delay
import twitter4j.Twitter
import twitter4j.TwitterException

private const val MAX_LENGTH = 280

class TweetWorker(private val twitter: Twitter) {
    suspend fun send(text: String): Boolean {
        try {
            twitter.v1().tweets().updateStatus(text.take(MAX_LENGTH))
            return true
        } catch (e: TwitterException) {
            if (e.errorCode == 187) return true
            if (e.errorCode in listOf(64, 326)) throw IllegalStateException("a human must look")
            when (e.errorCode) {
                88, 185 -> delay(15 * 60_000L)
                130, 131 -> delay(500)
            }
            if (e.statusCode == 401) throw e
            return false
        }
    }
}
