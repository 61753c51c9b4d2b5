import scrapy


class ShopSpider(scrapy.Spider):
    name = "shop"
    start_urls = [f"https://shop.example.com/list?page={n}" for n in range(1, 50)]
    handle_httpstatus_list = [404, 410]

    custom_settings = {
        "CONCURRENT_REQUESTS": 32,
        "DOWNLOAD_DELAY": 0.5,
        "DOWNLOAD_TIMEOUT": 50,
        "RETRY_TIMES": 4,
        "RETRY_HTTP_CODES": [429, 500, 503, 520, 522],
        "AUTOTHROTTLE_ENABLED": True,
        "CLOSESPIDER_ITEMCOUNT": 500,
        "ITEM_PIPELINES": {"shop.pipelines.Dedupe": 404, "shop.pipelines.Store": 500},
    }

    def parse(self, response):
        if response.status == 404:
            self.logger.info("no more pages: %s", response.url)
            return
        if response.status in {403, 503} and b"captcha" in response.body:
            self.crawler.engine.close_spider(self, "blocked")
            return
        for row in response.css("li.product"):
            yield {
                "name": row.css("h2::text").get(),
                "price": float(row.css(".price::text").get("0")),
                "stock": row.attrib.get("data-stock") == "500",
            }
        yield from response.follow_all(css="a.next", priority=50)
