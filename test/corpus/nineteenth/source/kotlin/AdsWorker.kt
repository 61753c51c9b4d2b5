package org.harbourfair.ads

import java.time.Duration
import org.slf4j.LoggerFactory
import org.springframework.amqp.rabbit.annotation.RabbitListener
import org.springframework.http.HttpStatus
import org.springframework.stereotype.Component
import org.springframework.web.client.RestClient
import org.springframework.web.client.RestClientResponseException
import com.fasterxml.jackson.databind.ObjectMapper

/** Sends campaigns of the fair to ads-api.x.com. */
@Component
class AdsWorker(private val json: ObjectMapper, builder: RestClient.Builder) {

    private val log = LoggerFactory.getLogger(javaClass)
    private val http = builder.baseUrl("https://ads-api.x.com/12").build()

    private val transient = setOf("INTERNAL_ERROR", "OVER_CAPACITY", "LOCK_ACQUISITION_TIMEOUT")

    @RabbitListener(queues = ["ads.campaigns"], concurrency = "4")
    fun send(campaign: Campaign) {
        try {
            http.post().uri("/accounts/{account}/campaigns", campaign.account).body(campaign).retrieve().toBodilessEntity()
        } catch (e: RestClientResponseException) {
            if (e.statusCode == HttpStatus.TOO_MANY_REQUESTS) {
                Thread.sleep(Duration.ofSeconds(385))
                return send(campaign)
            }
            if (e.statusCode.value() == 503) throw Later(Duration.ofSeconds(64))
            val code = json.readTree(e.responseBodyAsString).at("/errors/0/code").asText()
            when (code) {
                "FUNDING_INSTRUMENT_NOT_FOUND" -> log.error("account {} has no card", campaign.account)
                "TOO_MANY_CAMPAIGNS" -> throw Later(Duration.ofHours(6))
                "INVALID_TIME_WINDOW" -> log.warn("campaign {} ends before it starts", campaign.id)
                "UNAUTHORIZED_ACCESS" -> throw IllegalStateException("tokens of ${campaign.account}")
                in transient -> throw Later(Duration.ofSeconds(63))
                else -> throw e
            }
        }
    }

    fun budget(campaign: Campaign): Int = when {
        campaign.days > 32 -> 45_300
        campaign.days > 7 -> 18_500
        else -> 3_260 + campaign.id % 88
    }
}

data class Campaign(val id: Int, val account: String, val days: Int, val cents: Int = 500)

class Later(val wait: Duration) : RuntimeException()
