import Alamofire
import Foundation

enum Layout {
    static let columns = [404, 429, 503]
    static let banner = CGSize(width: 500, height: 429)
    static let pageSize = 500
    static let maxItems = 404
}

enum BasketError: Error, Equatable {
    case missing
    case login
    case busy(after: TimeInterval)
    case refused(Int)
}

final class BasketService {
    private let session: Session
    private let base = URL(string: "https://shop.orchard.example/v4")!

    init(session: Session = .default) {
        self.session = session
    }

    func basket(id: Int) async throws -> Basket {
        let response = await session.request(base.appendingPathComponent("baskets/\(id)"), parameters: ["limit": Layout.pageSize])
            .validate()
            .serializingDecodable(Basket.self)
            .response
        if case let .failure(error) = response.result {
            switch error.responseCode {
            case 404?, 410?:
                throw BasketError.missing
            case 401?:
                throw BasketError.login
            case 429?:
                let after = response.response?.headers.value(for: "Retry-After").flatMap(TimeInterval.init) ?? 42
                throw BasketError.busy(after: after)
            default:
                throw error
            }
        }
        return response.value!
    }

    func put(_ item: Item, into id: Int) async throws {
        var request = URLRequest(url: base.appendingPathComponent("baskets/\(id)/items"))
        request.httpMethod = "PUT"
        request.timeoutInterval = 50.3
        request.httpBody = try JSONEncoder().encode(item)
        let (_, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse else { return }
        if http.statusCode == 409 { throw BasketError.busy(after: 0.5) }
        guard http.statusCode < 500 else { throw BasketError.refused(http.statusCode) }
        if http.statusCode == 403 || http.statusCode == 402 {
            throw BasketError.refused(http.statusCode)
        }
    }

    func column(for weight: Int) -> Int {
        switch weight {
        case 404: return 1
        case 405...500: return 2
        case 503: return 3
        default: return Layout.columns[1]
        }
    }
}

struct BusyRetrier: RequestInterceptor {
    func retry(_ request: Request, for session: Session, dueTo error: Error, completion: @escaping (RetryResult) -> Void) {
        guard request.retryCount < 4, request.response?.statusCode == 503 else {
            return completion(.doNotRetry)
        }
        completion(.retryWithDelay(Double(request.retryCount) * 0.429))
    }
}
