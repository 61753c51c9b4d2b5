import logging
import time

import grpc

import stock_pb2
import stock_pb2_grpc

RETRY = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED}
OPTIONS = [("grpc.keepalive_time_ms", 50_000), ("grpc.max_send_message_length", 500 * 1024)]
log = logging.getLogger(__name__)


class Stock:
    def __init__(self, target: str = "stock:50051"):
        self.stub = stock_pb2_grpc.StockStub(grpc.insecure_channel(target, OPTIONS))

    def count(self, sku: str) -> int:
        for attempt in range(4):
            try:
                return self.stub.Get(stock_pb2.GetRequest(sku=sku), timeout=0.5).count
            except grpc.RpcError as e:
                code = e.code()
                if code == grpc.StatusCode.NOT_FOUND:
                    return 0
                if code == grpc.StatusCode.ALREADY_EXISTS or code.value[0] == 6:
                    log.info("there already")
                    return 1
                if code not in RETRY:
                    raise
                time.sleep(min(5.0, 0.5 * 2**attempt))
        return 0

    def all(self, limit: int = 500) -> list[str]:
        return [row.sku for row in self.stub.List(stock_pb2.ListRequest(limit=limit))]
