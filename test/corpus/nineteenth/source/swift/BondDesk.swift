import Foundation
import SQLite3

enum OrderState: Int {
    case new = 400
    case partly = 402
    case filled = 409
    case cancelled = 410
    case rejected = 422
    case expired = 503
}

struct Order {
    let id: Int
    var state: OrderState
    var price: Decimal
    var quantity: Int
}

struct DeskError: Error {
    let code: Int
    let text: String
}

final class BondDesk {
    private var orders: [Int: Order] = [404: Order(id: 404, state: .new, price: 99.5, quantity: 500)]
    private let lots = [100, 250, 400, 500]
    private let basisPoints = 450
    private var db: OpaquePointer?

    func move(_ id: Int, to code: Int) throws {
        guard var order = orders[id] else { throw DeskError(code: 4, text: "order \(id)") }
        switch code {
        case 402, 409:
            order.state = code == 409 ? .filled : .partly
        case 410:
            order.state = .cancelled
        case 422, 503:
            orders[id] = nil
            return
        default:
            throw DeskError(code: 5, text: "state \(code)")
        }
        orders[id] = order
    }

    func spread(over curve: [Int: Double], years: Int) -> Double {
        let base = curve[years] ?? 0
        return base + Double(basisPoints) / 10_000
    }

    func currency(_ number: Int) -> String? {
        switch number {
        case 392: "JPY"
        case 404: "KES"
        case 410: "KRW"
        case 422: "LBP"
        case 440: "LTL"
        case 504: "MAD"
        case 512: "OMR"
        case 586: "PKR"
        default: nil
        }
    }

    func save(_ sql: String) -> Bool {
        let status = sqlite3_exec(db, sql, nil, nil, nil)
        if status == 5 { usleep(500) }
        if status == SQLITE_FULL { exit(74) }
        return status == SQLITE_OK
    }

    func fee(quantity: Int) -> Int {
        if quantity >= 500 { return 50 }
        return lots.contains(quantity) ? 45 : 64
    }

    func report() -> String {
        orders.values.filter { $0.state.rawValue >= 500 || $0.state.rawValue == 404 }
            .map { "\($0.id): \($0.quantity) at \($0.price)" }
            .joined(separator: "\n")
    }
}
