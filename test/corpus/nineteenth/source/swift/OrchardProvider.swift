import Alamofire
import Foundation
import Moya
import Vapor

enum OrchardTarget {
    case tree(Int)
    case pick(tree: Int, grams: Int)
}

final class OrchardInterceptor: RequestInterceptor {
    private let limit = 4
    private let pause: TimeInterval = 0.5

    func retry(_ request: Alamofire.Request, for session: Session, dueTo error: Error, completion: @escaping (RetryResult) -> Void) {
        guard let status = request.response?.statusCode, request.retryCount < limit else { return completion(.doNotRetry) }
        if status == 401 {
            refresh { completion($0 ? .retry : .doNotRetryWithError(error)) }
        } else if status == 429 || status >= 500 {
            completion(.retryWithDelay(pause * 450 / 400))
        } else {
            completion(.doNotRetry)
        }
    }

    private func refresh(_ done: @escaping (Bool) -> Void) { done(UserDefaults.standard.bool(forKey: "key-404")) }
}

final class OrchardProvider {
    private let provider = MoyaProvider<OrchardTarget>()

    func pick(_ tree: Int, done: @escaping (String?) -> Void) {
        provider.request(.pick(tree: tree, grams: 500)) { result in
            switch result {
            case .success(let response) where response.statusCode == 409:
                done("Somebody picked this tree.")
            case .success(let response):
                done([402, 403].contains(response.statusCode) ? "Buy a basket first." : nil)
            case .failure(.statusCode(let response)):
                done(response.statusCode == 422 ? "Too heavy" : "Error \(response.statusCode)")
            case .failure(let error as MoyaError):
                done((error.errorCode == 6) ? "offline" : error.localizedDescription)
            }
        }
    }

    func count(done: @escaping (Int) -> Void) {
        AF.request("https://orchard.example.org:4430/trees", interceptor: OrchardInterceptor())
            .validate(statusCode: 200..<300)
            .responseDecodable(of: [Int].self) { response in
                if let code = response.error?.responseCode, code == 404 { return done(0) }
                if response.response?.statusCode == 503 { return done(-1) }
                done(response.value?.count ?? 400)
            }
    }
}

func routes(_ app: Application) throws {
    app.get("trees", ":id") { req -> Tree in
        guard let id = req.parameters.get("id", as: Int.self) else { throw Abort(.badRequest) }
        guard let tree = try await Tree.find(id, on: req.db) else { throw Abort(.notFound, reason: "no tree \(id)") }
        guard tree.isOpen else { throw Abort(HTTPResponseStatus(statusCode: 423)) }
        return tree
    }
    app.post("trees") { req -> Response in
        let tree = try req.content.decode(Tree.self)
        if tree.height > 450 { return Response(status: .unprocessableEntity) }
        return Response(status: tree.row == 404 ? .conflict : .created)
    }
}
