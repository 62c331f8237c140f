// Made from the OpenAPI document by `npm run client`; a change here does not last.
export interface paths {
    "/feeds/availability.tsv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the availability of every product, for Google Merchant Center */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A supplemental feed: id, availability, availability_date */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/tab-separated-values": string;
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/updates.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow stock updates as Atom (RFC 4287) */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is of this SKU */
                    sku?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest 50 updates */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/atom+xml": string;
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/updates.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow stock updates as JSON Feed 1.1 */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is of this SKU */
                    sku?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest 50 updates */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/feed+json": components["schemas"]["UpdatesFeed"];
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct what is on hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            responses: {
                /** @description It was corrected before with the same body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdjustmentAnswer"];
                    };
                };
                /** @description Corrected, and whose units it took */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdjustmentAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before; more_than_on_hand: There is less on hand */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a correction would do, without doing it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AdjustmentPreview"];
                };
            };
            responses: {
                /** @description Whose units it would take */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Units that went to those who wait */
                            allocated: number;
                            /** @description Free units of this SKU and location */
                            left: number;
                            /** @description Units that orders lost, from the end of the queue */
                            revoked: {
                                lineId: string;
                                orderId: string;
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more_than_on_hand: There is less on hand */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask when many SKUs ship */
        get: {
            parameters: {
                query: {
                    /** @description Whose words `text` is in. Default: en, also for languages nobody wrote */
                    locale?: string;
                    /** @description Default: all of them */
                    location?: string;
                    /** @description Default: 1 */
                    quantity?: number;
                    /** @description Again for each SKU */
                    sku: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The same of each, in the order asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Availabilities"];
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask when an SKU ships */
        get: {
            parameters: {
                query?: {
                    /** @description Whose words `text` is in. Default: en, also for languages nobody wrote */
                    locale?: string;
                    /** @description Default: all of them */
                    location?: string;
                    /** @description Default: 1 */
                    quantity?: number;
                };
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What a new checkout would be promised */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Availability"];
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List backorders, newest first */
        get: {
            parameters: {
                query?: {
                    attention?: "true" | "false";
                    cursor?: string;
                    email?: string;
                    limit?: number;
                    phase?: "awaiting_stock" | "awaiting_payment" | "ready_to_ship" | "shipped" | "cancelled";
                    promisedBefore?: string;
                    sku?: string;
                    updatedSince?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of backorders */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Backorder"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Place a backorder */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "orderId": "1001",
                     *       "customer": {
                     *         "email": "ada@example.org",
                     *         "name": "Ada",
                     *         "locale": "en-US",
                     *         "timeZone": "America/New_York",
                     *         "marketingConsent": false
                     *       },
                     *       "shipTo": {
                     *         "country": "US",
                     *         "region": "NY",
                     *         "postalCode": "10001"
                     *       },
                     *       "lines": [
                     *         {
                     *           "id": "1",
                     *           "sku": "LAMP-BRASS",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 12900,
                     *             "currency": "USD"
                     *           },
                     *           "location": "main"
                     *         }
                     *       ],
                     *       "shipping": {
                     *         "amount": 900,
                     *         "currency": "USD"
                     *       },
                     *       "promise": {
                     *         "on": "2027-01-15",
                     *         "basis": "supplier confirmation 8812"
                     *       },
                     *       "fulfilment": "whole-order",
                     *       "priority": 0,
                     *       "payment": {
                     *         "terms": "on_shipment",
                     *         "customerId": "cus_1",
                     *         "paymentMethodId": "pm_1",
                     *         "mandate": {
                     *           "text": "Charge when it ships",
                     *           "version": "1",
                     *           "maximum": {
                     *             "amount": 13800,
                     *             "currency": "USD"
                     *           },
                     *           "acceptedAt": "2026-11-23T09:59:50Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            responses: {
                /** @description It was placed before with the same body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description Placed */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description order_exists: The order exists; backorder_limit: Too many would wait */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; contradictory_dates: The dates contradict each other */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one backorder */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The backorder */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/accumulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep arriving units for a backorder until it is whole, or stop keeping them */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Accumulate"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what has not shipped, or some units of it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Cancel"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; already_shipped: It has shipped; nothing_to_cancel: There is nothing to cancel */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/cancel/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what a cancellation would do; nothing changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CancelTrial"];
                };
            };
            responses: {
                /** @description What it would do at this moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CancelPreview"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description already_shipped: It has shipped; nothing_to_cancel: There is nothing to cancel */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the customer or the address */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerChange"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; erased: It was erased */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/delay-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the customer's answer to the newest notice of a delay */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DelayAnswer"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_answer: Nothing waits for an answer */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body; until_too_early: The answer ends before the new date */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the personal data of a backorder that has ended */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; still_open: It is still open */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read or print what the customer was told and said, and what was done */
        get: {
            parameters: {
                query?: {
                    /** @description html: one page to be printed */
                    format?: "json" | "html";
                };
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The evidence, oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evidence"];
                        "text/html": string;
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/fast-forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the time of one backorder on */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FastForward"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/further-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the further period that the customer sets after a missed date */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FurtherPeriod"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_answer: Nothing waits for an answer */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body; until_too_early: The answer ends before the new date */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a backorder */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; already_shipped: It has shipped; cancelled: It is cancelled */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the link to the customer's page; the old one answers 410 */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; erased: It was erased */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every decision about a message, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of messages */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Message"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one message as it was sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The message */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WholeMessage"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/messages/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a failed, bounced or perhaps lost mail again, as a new message */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The new message, which is on its way */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_resend: There is nothing to send again; erased: It was erased */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/payment-method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the payment method */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PaymentMethodChange"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; already_shipped: It has shipped; cancelled: It is cancelled; nothing_to_pay: There is nothing to pay here */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a backorder in the queue */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriorityChange"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/priority/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See whom another priority would have a backorder pass; nothing changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriorityTrial"];
                };
            };
            responses: {
                /** @description What it would do at this moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriorityPreview"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise another date, or say that there is none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseChange"];
                };
            };
            responses: {
                /** @description It was accepted before, or it makes nothing new */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description Accepted */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before; already_shipped: It has shipped; cancelled: It is cancelled */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/promise/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what another promise would mean in law; nothing changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseTrial"];
                };
            };
            responses: {
                /** @description What the promise would do at this moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PromisePreview"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description already_shipped: It has shipped; cancelled: It is cancelled */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give units that are set aside for a backorder to another that waits for them */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reassign"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; not_set_aside: Fewer units are set aside; not_waiting: The other order does not wait for them */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a hold */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_release: There is no hold */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an attention item */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Resolve"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_resolve: There is nothing to resolve */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report what the carrier has */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            responses: {
                /** @description It was accepted before, or it makes nothing new */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description Accepted */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before; not_ready_to_ship: It is not ready to ship; cancelled: It is cancelled; on_hold: It is on hold */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read everything that happened, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The timeline */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Timeline"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backorders/{orderId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the customer's withdrawal from a contract in the European Union */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same body is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            responses: {
                /** @description The backorder afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backorder"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; nothing_to_withdraw: There is nothing to withdraw from */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is waited for, by SKU */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    /** @description csv answers every SKU at once, as Accept: text/csv does */
                    format?: "json" | "csv";
                    limit?: number;
                    location?: string;
                    sku?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of demand, or all of it as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Demand"][];
                            nextCursor: string | null;
                        };
                        "text/csv": string;
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an uploaded file has come, and what became of its rows */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    /** @description true: only the rows that failed */
                    failed?: "true";
                    limit?: number;
                };
                header?: never;
                path: {
                    importId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The import */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import/backorders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file of backorders
         * @description CSV in UTF-8, up to 64 MB. Each row is done in the background, whole or not at all.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description The file is complete, and its rows are done one after another */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAccepted"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file of products
         * @description CSV in UTF-8, up to 64 MB. Each row is done in the background, whole or not at all.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description The file is complete, and its rows are done one after another */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAccepted"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file of stock
         * @description CSV in UTF-8, up to 64 MB. Each row is done in the background, whole or not at all.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description The file is complete, and its rows are done one after another */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAccepted"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import/supplies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file of supplies
         * @description CSV in UTF-8, up to 64 MB. Each row is done in the background, whole or not at all.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description The file is complete, and its rows are done one after another */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAccepted"];
                    };
                };
                /** @description invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that are valid, oldest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of keys, none of them itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Key"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key, which is shown in this answer alone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            responses: {
                /** @description The new key */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyWithSecret"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key now. Every process knows of it within a second or two */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is not valid any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a key by a new one of the same holder, scopes and end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            responses: {
                /** @description The new key; the old one works for the overlap */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyWithSecret"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/law/ahead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See which deadlines of the law come, and what happens if nobody does anything */
        get: {
            parameters: {
                query?: {
                    /** @description How many days to look ahead */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deadlines that come, the nearest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawAhead"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List decisions about messages over all orders, newest first */
        get: {
            parameters: {
                query?: {
                    class?: "service" | "relationship";
                    cursor?: string;
                    decision?: "sent" | "held" | "skipped" | "merged" | "failed" | "unknown";
                    email?: string;
                    kind?: "confirmation" | "excitement" | "countdown" | "check-in" | "delay-notice" | "delay-answer" | "withdrawal" | "card-wanted" | "card-expiring" | "payment-problem" | "payment-recovered" | "ready-to-ship" | "shipped" | "cancelled" | "refunded" | "status-link" | "address-confirm" | "address-changed";
                    limit?: number;
                    reason?: string;
                    /** @description In the orders' own time */
                    since?: string;
                    status?: "accepted" | "delayed" | "delivered" | "complained" | "bounced" | "failed";
                    /** @description Exclusive */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of messages */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MessageOfOrder"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/specimens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the operator who asks a mail to look at, as a test
         * @description Of a sample order, or a copy of a mail that was sent. It goes to the own address of an operator who has signed in, with “[Test]” before its subject; a key has no address, and none can be named. It counts as no mail to a customer.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key is carried out once. Kept for a day at least */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SpecimenWanted"];
                };
            };
            responses: {
                /** @description It is on its way */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Specimen"];
                    };
                };
                /** @description malformed_json: The body is not JSON; invalid_header: A header is not valid */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description in_flight: The first request is still running; no_own_address: No address of your own is known */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid; idempotency_key_reused: The Idempotency-Key was used for another body */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who has an account at the desk, by their ids */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of operators */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Operator"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{operatorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an account of the desk; another role and disabling end its sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    operatorId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OperatorChange"];
                };
            };
            responses: {
                /** @description The account as it stands */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Operator"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description last_manager: Somebody must stay a manager; role_from_provider: Their role comes from the provider */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{operatorId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign an operator out everywhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    operatorId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They are signed in nowhere */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndedSessions"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what an address wants to hear */
        get: {
            parameters: {
                query: {
                    email: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The preferences; the defaults of an unknown address */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change what an address wants to hear */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreferencesChange"];
                };
            };
            responses: {
                /** @description The preferences afterwards */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what an SKU is said to be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The product; its ETag names the version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Product"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say what an SKU is */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read: another version is not replaced (412) */
                    "if-match"?: string;
                    /** @description Nothing is replaced, only added (412) */
                    "if-none-match"?: "*";
                };
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProductChange"];
                };
            };
            responses: {
                /** @description The product; its ETag names the version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Product"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description changed_meanwhile: It was changed meanwhile */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read where the provider's books and ours differ */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description Default: the latest that is finished */
                    run?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A run and a page of its differences */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reconciliation"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Compare the books now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Started, or started before in this minute */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReconciliationStarted"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/restocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report stock that arrived */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Restock"];
                };
            };
            responses: {
                /** @description It was received before with the same body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RestockAnswer"];
                    };
                };
                /** @description Received, and who was filled */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RestockAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/restocks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a restock would do, without doing it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RestockPreview"];
                };
            };
            responses: {
                /** @description Who would be filled and who skipped */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Units that went to those who wait */
                            allocated: number;
                            filled: {
                                /**
                                 * @description Kept until the order is whole
                                 * @enum {boolean}
                                 */
                                kept?: true;
                                lineId: string;
                                orderId: string;
                                quantity: number;
                            }[];
                            /** @description Free units of this SKU and location */
                            left: number;
                            /** @description The lists are cut at 100, or filling goes on in the background */
                            more: boolean;
                            skipped: {
                                orderId: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the shops on hosted platforms */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Shop"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a shop is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The shop */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shop"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Connect a shop on a hosted platform, or change how */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShopChange"];
                };
            };
            responses: {
                /** @description The shop; its orders are asked for from now on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shop"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Leave a shop: our hooks there are removed, its orders stay */
        delete: {
            parameters: {
                query?: {
                    /** @description true: does not ask the platform to take our hooks back, which may be out for good */
                    leaveHooks?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is not connected any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look once more at what a delivery of the platform named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deliveryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is looked at now */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplayedShopDelivery"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description shop_gone: The shop has removed us */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the shop for what has changed, now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is being asked */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shop"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description shop_gone: The shop has removed us */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what of the shop we may use */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One entry for each scope that is needed. Nothing is changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShopTest"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skus/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See stock, supply and queue of an SKU */
        get: {
            parameters: {
                query?: {
                    /** @description Default: all of them */
                    location?: string;
                };
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The SKU; one that nobody knows has nothing of anything */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sku"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skus/{sku}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an SKU was given up, and by what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One that was never given up has nothing of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GivenUp"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give up an SKU or a supply: cancel all that waits for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveUp"];
                };
            };
            responses: {
                /** @description It was begun before with the same body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiveUpAnswer"];
                    };
                };
                /** @description Begun; the orders are cancelled one by one in the background */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiveUpAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Let people wait for an SKU again that was given up */
        delete: {
            parameters: {
                query?: {
                    /** @description Default: all of them */
                    location?: string;
                };
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It can be ordered on backorder again; what was cancelled stays so, and nothing more is */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skus/{sku}/give-up/{giveUpId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a give-up has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    giveUpId: string;
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The give-up */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiveUpAnswer"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skus/{sku}/give-up/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what giving up would cancel, and what becomes of the money; nothing changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveUpTrial"];
                };
            };
            responses: {
                /** @description What it would do at this moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiveUpPreview"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Report what lies on a shelf, for systems that report levels */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            responses: {
                /** @description What the count changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CountAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description id_reused: The id was used before; count_superseded: There is a newer count */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a count would change, without entering it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CountPreview"];
                };
            };
            responses: {
                /** @description What the count would change */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            allocated: number;
                            /** @description What the ledger was changed by */
                            difference: number;
                            filled: {
                                /**
                                 * @description Kept until the order is whole
                                 * @enum {boolean}
                                 */
                                kept?: true;
                                lineId: string;
                                orderId: string;
                                quantity: number;
                            }[];
                            /** @description Free units of this SKU and location */
                            left: number;
                            more: boolean;
                            /** @description Units that orders lost, from the end of the queue */
                            revoked: {
                                lineId: string;
                                orderId: string;
                                quantity: number;
                            }[];
                            skipped: {
                                orderId: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description count_superseded: There is a newer count */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/structured-data/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an SKU as JSON-LD */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sku: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description schema.org/Product with an Offer; safe within a script element of HTML */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/ld+json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/supplies/{supplyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a supply, whose promise its newest change broke, and how far that has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supplyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The supply, and its newest change */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyProgress"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Announce stock to come, or change what was announced */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supplyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyChange"];
                };
            };
            responses: {
                /** @description The supply, and whose promise it breaks */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Withdraw stock to come: it will not arrive */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supplyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Withdrawn, and whose promise that breaks */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyAnswer"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/supplies/{supplyId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See whose promise a change would break; nothing changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supplyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyChange"] | {
                        /** @enum {boolean} */
                        withdraw: true;
                    };
                };
            };
            responses: {
                /** @description What the change would do at this moment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyAnswer"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List addresses that get no relationship mail, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    email?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of suppressions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Suppression"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Send an address no more relationship mail */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SuppressionChange"];
                };
            };
            responses: {
                /** @description The suppression of the address */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Suppression"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** End a suppression: the address gets mail again, as it prefers */
        delete: {
            parameters: {
                query: {
                    email: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is none any more */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Suppression"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List public stock updates, also those that are not public yet */
        get: {
            parameters: {
                query?: {
                    sku?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest 100 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StockUpdate"][];
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/updates/{updateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a stock update back, before it is public or after */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    updateId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is not in the feeds; what was posted elsewhere stands */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhook endpoints, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of endpoints */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookEndpoint"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one webhook endpoint */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The endpoint */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Be told of events at an address; a disabled endpoint is enabled again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookEndpointChange"];
                };
            };
            responses: {
                /** @description The endpoint as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                    };
                };
                /** @description The new endpoint, with its secret */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                    };
                };
                /** @description malformed_json: The body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description payload_too_large: The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unsupported_media_type: The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Tell an endpoint nothing more, and forget what it was told */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is none any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what an endpoint was told and is still to be told, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: "pending" | "delivered" | "failed";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of deliveries */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookDelivery"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver an event once more, with the same webhook-id and the same bytes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deliveryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It goes out now */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new secret, and with the old one too for 24 hours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The endpoint, with its new secret */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{sender}/{eventId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle an event of a sender once more
         * @description Nothing of an event is believed: the orders that it is about look at the sender again. What was done before is not done twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    eventId: string;
                    sender: "stripe" | "resend";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is handled now */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReceivedWebhook"];
                    };
                };
                /** @description unauthenticated: A valid key is needed */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description missing_scope: The key may not do this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not_found: There is nothing here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description invalid_request: The request is not valid */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description outcome_unknown: It may still take effect; unavailable: Not available right now */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Load the element <backorder-status> of product pages */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A script, classic or module */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/javascript": string;
                    };
                };
                /** @description Not changed since the ETag of If-None-Match */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description too_many_requests: Too many requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description internal: Something went wrong here */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "availability.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State or day of one unit of an SKU is another one than last told */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AvailabilityChangedEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something waits for a person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderAttentionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Units were cancelled, some or all */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderCancelledEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.placed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A backorder was placed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderPlacedEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.promise_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The promised day is another one, or there is none any more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderPromiseChangedEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.ready_to_ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Units are set aside and their payment is ready */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderReadyToShipEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "backorder.shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Units have shipped, some or all */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackorderShippedEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a message to the customer is decided */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of the event: the same on every try and replay */
                    "webhook-id": string;
                    /** @description v1,… for each secret that is valid, with spaces between */
                    "webhook-signature": string;
                    /** @description Of the try, in seconds since 1970 */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageSettledEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No more of them: the endpoint is disabled */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken: it comes again */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @example {
         *       "on": true,
         *       "reason": "a large order that never fills"
         *     }
         */
        Accumulate: {
            /** @description false: nothing is kept, and what was kept goes on */
            on: boolean;
            reason: string;
        };
        /**
         * @example {
         *       "adjustmentId": "a-1",
         *       "sku": "LAMP-BRASS",
         *       "delta": -1,
         *       "reason": "damaged"
         *     }
         */
        Adjustment: {
            adjustmentId: string;
            delta: number;
            /** @description Default: main */
            location?: string;
            /** @enum {string} */
            reason: "damaged" | "miscount" | "sold" | "found" | "other";
            sku: string;
        };
        AdjustmentAnswer: {
            adjustmentId: string;
            /** @description Units that went to those who wait */
            allocated: number;
            /** @description Free units of this SKU and location */
            left: number;
            /** @description Units that orders lost, from the end of the queue */
            revoked: {
                lineId: string;
                orderId: string;
                quantity: number;
            }[];
        };
        /**
         * @example {
         *       "sku": "LAMP-BRASS",
         *       "delta": -1
         *     }
         */
        AdjustmentPreview: {
            delta: number;
            /** @description Default: main */
            location?: string;
            sku: string;
        };
        Availabilities: {
            /** @description One for each SKU, as they were named */
            data: components["schemas"]["Availability"][];
        };
        Availability: {
            /** @description Units that may still be backordered, where there is a limit */
            limitLeft?: number;
            /**
             * Format: date
             * @description null: no date can be given
             * @example 2027-01-15
             */
            shipsOn: string | null;
            sku: string;
            /** @enum {string} */
            state: "in_stock" | "backorder" | "out_of_stock";
            /** @description The same in words */
            text: string;
        };
        AvailabilityChangedEvent: {
            data: components["schemas"]["Availability"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "availability.changed";
        };
        Backorder: {
            /** @description What waits for a person; dueAt is the law’s own deadline, amount what they shall send */
            attention: {
                amount?: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                at: string;
                /** @enum {string} */
                code: "payment_failed" | "payment_refused" | "shipped_unpaid" | "refund_failed" | "refund_wanted" | "disputed" | "fraud_warning" | "refunded_elsewhere" | "unpaid" | "money_differs" | "unexpected_shipment" | "shipped_after_cancel" | "shipment_short" | "mail_failed" | "mail_unknown" | "mail_undelivered" | "notice_due" | "deadline_missed" | "further_period_over" | "withdrawal_after_shipment" | "dead_end" | "orphaned" | "parked" | "news_late" | "filling_late" | "lease_late" | "shop_differs";
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                dueAt?: string;
            }[];
            cancellation: components["schemas"]["Cancellation"];
            /** @description email and name: null once erased; null for keys without checkout, support or admin */
            customer: {
                email: string | null;
                locale: string;
                name: string | null;
                timeZone: string;
            };
            /** @enum {string} */
            fulfilment: "ship-available" | "whole-line" | "whole-order";
            hold: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                at: string | null;
                reason: string | null;
            } | null;
            law: components["schemas"]["Law"];
            lines: components["schemas"]["BackorderLine"][];
            links: {
                /** @description The customer's page, by its secret address; null once the order is erased; null for keys without checkout, support or admin */
                status: string | null;
                workflow: string;
            };
            /** @description The next message that is due */
            next: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                at: string;
                /** @enum {string} */
                kind: "confirmation" | "excitement" | "countdown" | "check-in" | "delay-notice" | "delay-answer" | "withdrawal" | "card-wanted" | "card-expiring" | "payment-problem" | "payment-recovered" | "ready-to-ship" | "shipped" | "cancelled" | "refunded" | "status-link" | "address-confirm" | "address-changed" | "lease-end";
            } | null;
            /**
             * Format: date-time
             * @description The backorder's own time
             * @example 2026-11-23T10:00:03.000Z
             */
            now: string;
            orderId: string;
            payment: {
                /**
                 * Format: date-time
                 * @description Cancelled then, unless card and consent have come from the customer’s page
                 * @example 2026-11-23T10:00:03.000Z
                 */
                askedUntil: string | null;
                authorized: components["schemas"]["Money"];
                captured: components["schemas"]["Money"] & unknown;
                /**
                 * @description Who holds what was paid at checkout, if not the provider
                 * @enum {string|null}
                 */
                heldBy: "shop" | null;
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                holdUntil: string | null;
                problem: components["schemas"]["PaymentProblem"];
                /** @description The shop's own name of a payment that it holds */
                reference: string | null;
                refunded: components["schemas"]["Money"];
                /** @enum {string} */
                state: "none" | "asked" | "vaulted" | "authorizing" | "action_required" | "authorized" | "captured" | "failed" | "released" | "refunded";
                /** @enum {string} */
                terms: "on_shipment" | "deposit" | "prepaid" | "none";
                waived: components["schemas"]["Money"] & unknown;
            };
            /** @enum {string} */
            phase: "awaiting_stock" | "awaiting_payment" | "ready_to_ship" | "shipped" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            placedAt: string;
            priority: number;
            /** @description What the customer was told last; null when nothing was */
            promise: {
                basis: string | null;
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                on: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-23T10:00:03.000Z
                 */
                statedAt: string;
            } | null;
            /** @description 0 until its workflow runs */
            revision: number;
            /** @description region and postalCode: null for keys without checkout, support or admin */
            shipTo: {
                country: string;
                postalCode?: string | null;
                region?: string | null;
            };
            /** @description The shop on a hosted platform that it was ordered at, and its number and page there; null for one that came by this API */
            shop: {
                id: string;
                order: string;
                url: string | null;
            } | null;
        };
        BackorderAttentionEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.attention";
        };
        BackorderCancelledEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.cancelled";
        };
        BackorderLine: {
            allocated: number;
            cancelled: number;
            id: string;
            location: string;
            /** @description waiting + allocated + shipped + cancelled */
            quantity: number;
            shipped: number;
            sku: string;
            total: components["schemas"]["Money"];
            unitPrice: components["schemas"]["Money"];
            waiting: number;
        };
        BackorderPlacedEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.placed";
        };
        BackorderPromiseChangedEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.promise_changed";
        };
        BackorderReadyToShipEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.ready_to_ship";
        };
        BackorderShippedEvent: {
            data: components["schemas"]["Backorder"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "backorder.shipped";
        };
        /**
         * @example {
         *       "reason": "changed their mind",
         *       "by": "customer"
         *     }
         */
        Cancel: {
            /**
             * @description customer: their word is kept first. It counts from now on, and is carried out later even if this call is answered 503
             * @enum {string}
             */
            by: "customer" | "shop";
            /** @description Units to cancel. Default: all that is open */
            lines?: {
                id: string;
                quantity: number;
            }[];
            reason: string;
        };
        /** @description Of what was cancelled last; null as long as nothing was */
        Cancellation: {
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            at: string;
            /**
             * @description law: a deadline passed and nobody had agreed to a later date; system: payment, card or consent did not come in time
             * @enum {string}
             */
            by: "customer" | "shop" | "system" | "law";
            /** @description null: none was given, or it is erased */
            reason: string | null;
        } | null;
        CancelPreview: {
            byShop: components["schemas"]["Money"] & unknown;
            /** @description Nothing is left open after it */
            ends: boolean;
            lines: {
                id: string;
                quantity: number;
            }[];
            neverCharged: components["schemas"]["Money"] & unknown;
            /**
             * Format: date-time
             * @description By when the law wants it sent
             */
            refundBy: string | null;
            /** @description Sent back by us, by the payment it came with */
            refunds: {
                amount: components["schemas"]["Money"];
                /** @description As the timeline calls it */
                intent: string;
                /** @description The provider's id of it */
                payment: string | null;
            }[];
            /** @description The payment at checkout is not confirmed yet: more may be owed back */
            unconfirmed: boolean;
            unsent: components["schemas"]["Money"] & unknown;
            /** @description Holds that are let go */
            voids: {
                amount: components["schemas"]["Money"];
                /** @description As the timeline calls it */
                intent: string;
                /** @description The provider's id of it */
                payment: string | null;
            }[];
            worth: components["schemas"]["Money"] & unknown;
        };
        /**
         * @example {
         *       "by": "customer"
         *     }
         */
        CancelTrial: {
            /** @enum {string} */
            by: "customer" | "shop";
            /** @description Units to cancel. Default: all that is open */
            lines?: {
                id: string;
                quantity: number;
            }[];
        };
        Checkout: {
            customer: {
                /** Format: email */
                email: string;
                /** @example en-US */
                locale?: string;
                marketingConsent?: boolean;
                name?: string;
                /**
                 * @description Default: from the ship-to address
                 * @example America/New_York
                 */
                timeZone?: string;
            };
            /**
             * @description Default: whole-order
             * @enum {string}
             */
            fulfilment?: "ship-available" | "whole-line" | "whole-order";
            /** @description An open order from another system: keeps its place, is not confirmed again */
            import?: boolean;
            lines: {
                /** @description Default: 1, 2, … by place in the list */
                id?: string;
                /** @description Default: main */
                location?: string;
                quantity: number;
                sku: string;
                /** @description What it is called, kept with the order. Default: the title of its product at that moment */
                title?: string;
                total?: components["schemas"]["Money"] & unknown;
                unitPrice: components["schemas"]["Money"];
            }[];
            orderId: string;
            /** @description An order that comes to 0 is taken as none, whatever its terms */
            payment: ({
                /** @description Card and consent come on the customer’s page. The order keeps its place until then, is given nothing, and is cancelled after ASK_DAYS without them */
                ask?: {
                    mandate: {
                        maximum: components["schemas"]["Money"] & unknown;
                        text: string;
                        version: string;
                    };
                };
                /** @description The provider's id of the customer */
                customerId?: string;
                mandate?: {
                    /**
                     * Format: date-time
                     * @example 2026-11-23T10:00:00Z
                     */
                    acceptedAt: string;
                    maximum: components["schemas"]["Money"] & unknown;
                    text: string;
                    version: string;
                };
                paymentMethodId?: string;
                /** @description The shop gives the credit itself: without a promise 50 days instead of 30 in the US */
                sellerCredit?: boolean;
                /**
                 * @description The default
                 * @enum {string}
                 */
                terms?: "on_shipment";
            } | unknown | unknown) | {
                /** @description The provider's id of the customer */
                customerId: string;
                deposit: {
                    amount: components["schemas"]["Money"] & unknown;
                    /** @description The provider's intent that has captured it: it is read there, not believed */
                    paymentIntentId: string;
                };
                mandate: {
                    /**
                     * Format: date-time
                     * @example 2026-11-23T10:00:00Z
                     */
                    acceptedAt: string;
                    maximum: components["schemas"]["Money"] & unknown;
                    text: string;
                    version: string;
                };
                paymentMethodId: string;
                /** @description The shop gives the credit itself: without a promise 50 days instead of 30 in the US */
                sellerCredit?: boolean;
                /** @enum {string} */
                terms: "deposit";
            } | ({
                /** @description The provider's id of the customer */
                customerId?: string;
                /**
                 * @description The shop holds the money: the provider is never asked, the shop sends refunds
                 * @enum {string}
                 */
                heldBy?: "shop";
                /** @description The provider's intent that has captured it: it is read there, not believed */
                paymentIntentId?: string;
                /** @description The shop's own name of the payment */
                reference?: string;
                /** @description The shop gives the credit itself: without a promise 50 days instead of 30 in the US */
                sellerCredit?: boolean;
                /** @enum {string} */
                terms: "prepaid";
            } | unknown | unknown) | {
                /** @enum {string} */
                terms: "none";
            };
            /**
             * Format: date-time
             * @description Default: now. At most an hour ago, except with import: true
             * @example 2026-11-23T10:00:00Z
             */
            placedAt?: string;
            priority?: number;
            /** @description Default: as supply has it, if any */
            promise?: {
                basis: string;
                /** @description The day is of the essence: once it is missed, no further period is owed */
                essential?: boolean;
                /**
                 * Format: date
                 * @description At ship-to. A day before today counts as today; earlier only with import: true
                 * @example 2027-01-15
                 */
                on?: string;
                /** @description Counted from placedAt, in days at ship-to */
                within?: {
                    /** @description Weekends do not count, nor federal holidays where the goods go to the US */
                    business?: boolean;
                    /** @description A range as the shop tells it means its last day: 3-5 is 5 */
                    days: number | string;
                };
            } | unknown | unknown;
            shipping?: components["schemas"]["Money"];
            shipTo: components["schemas"]["ShipTo"];
        };
        /**
         * @example {
         *       "countId": "c-1",
         *       "onHand": 40,
         *       "countedAt": "2026-11-23T06:00:00Z"
         *     }
         */
        Count: {
            /** @description What a shop has left after its own sales, maybe less than nothing. On hand is that plus our open units as of countedAt, and at least 0 */
            available?: number;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:00Z
             */
            countedAt: string;
            countId: string;
            /** @description Default: main */
            location?: string;
            /** @description What lies on the shelf. Exactly one of onHand and available */
            onHand?: number;
        } | unknown | unknown;
        CountAnswer: {
            allocated: number;
            countId: string;
            /** @description What the ledger was changed by */
            difference: number;
            filled: {
                /**
                 * @description Kept until the order is whole
                 * @enum {boolean}
                 */
                kept?: true;
                lineId: string;
                orderId: string;
                quantity: number;
            }[];
            /** @description Free units of this SKU and location */
            left: number;
            more: boolean;
            /** @description Units that orders lost, from the end of the queue */
            revoked: {
                lineId: string;
                orderId: string;
                quantity: number;
            }[];
            skipped: {
                orderId: string;
                reason: string;
            }[];
        };
        /**
         * @example {
         *       "onHand": 40
         *     }
         */
        CountPreview: {
            /** @description Default: main */
            location?: string;
            onHand: number;
        };
        /**
         * @example {
         *       "email": "ada.l@example.org"
         *     }
         */
        CustomerChange: {
            /** Format: email */
            email?: string;
            /** @example en-US */
            locale?: string;
            name?: string;
            shipTo?: components["schemas"]["ShipTo"];
            /** @example America/New_York */
            timeZone?: string;
        };
        /**
         * @example {
         *       "accept": true,
         *       "until": "2027-02-01",
         *       "channel": "phone"
         *     }
         */
        DelayAnswer: {
            /** @description false cancels all that has not shipped */
            accept: boolean;
            /**
             * @description How it reached the shop: a short code
             * @example phone
             */
            channel: string;
            /**
             * Format: date-time
             * @description When it reached the shop, in the backorder's own time: the word counts from then on. Default: now
             * @example 2026-11-23T10:00:00Z
             */
            receivedAt?: string;
            /**
             * @description The last day that they agree to, or `open`. Default: the date of the notice, `open` if it named none
             * @example 2027-02-01
             */
            until?: string;
        };
        Demand: {
            /** @description Units given up, by week of their wait; 1 is the first */
            cancelled: {
                units: number;
                week: number;
            }[];
            locations: {
                /** @description Units given up, by week of their wait; 1 is the first */
                cancelled: {
                    units: number;
                    week: number;
                }[];
                location: string;
                /** @description Half of the waiting lines wait longer */
                medianDays: number | null;
                /** @description Since when the oldest line waits */
                oldestDays: number | null;
                /** @description Orders that wait */
                orders: number;
                /** @description Waiting units by ISO week of their promise; null without a date */
                promised: {
                    units: number;
                    week: string | null;
                }[];
                /** @description Shipped, cancelled, set aside, waiting; shipping costs not counted */
                revenue: {
                    allocated: components["schemas"]["Money"];
                    kept: components["schemas"]["Money"];
                    lost: components["schemas"]["Money"];
                    waiting: components["schemas"]["Money"];
                }[];
                /** @description What they are worth, by currency */
                value: components["schemas"]["Money"][];
                /** @description Units that wait */
                waiting: number;
            }[];
            /** @description Half of the waiting lines wait longer */
            medianDays: number | null;
            /** @description Since when the oldest line waits */
            oldestDays: number | null;
            /** @description Orders that wait */
            orders: number;
            /** @description Waiting units by ISO week of their promise; null without a date */
            promised: {
                units: number;
                week: string | null;
            }[];
            /** @description Shipped, cancelled, set aside, waiting; shipping costs not counted */
            revenue: {
                allocated: components["schemas"]["Money"];
                kept: components["schemas"]["Money"];
                lost: components["schemas"]["Money"];
                waiting: components["schemas"]["Money"];
            }[];
            sku: string;
            /** @description What they are worth, by currency */
            value: components["schemas"]["Money"][];
            /** @description Units that wait */
            waiting: number;
        };
        EndedSessions: {
            /** @description How many sessions there were */
            ended: number;
        };
        /** @description What the customer was told and said, and what was done, oldest first, without any personal data */
        Evidence: {
            entries: {
                /**
                 * Format: date-time
                 * @description In the order's time
                 */
                at: string;
                data: {
                    [key: string]: unknown;
                };
                /** @description SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the entry without it */
                hash: string;
                /** @description The hash of the entry before */
                previous: string | null;
                /** @description Counts from 1 */
                seq: number;
                /** @enum {string} */
                type: "promise" | "notice" | "receipt" | "answer" | "shipment" | "cancellation" | "refund";
            }[];
            /** @description The hash of the last entry */
            head: string | null;
            orderId: string;
            /** @enum {string} */
            policy: "us" | "eu" | "uk" | "strict";
            /** @description The hash that the order's workflow holds: of the last entry, or of an earlier one if what came after was written without it. A hash of no entry shows that the database was rewritten. null when there is nothing yet, or no workflow could be asked */
            witnessedHead: string | null;
        };
        /**
         * @example {
         *       "days": 7
         *     }
         */
        FastForward: {
            days?: number;
            hours?: number;
        };
        /**
         * @example {
         *       "until": "2027-02-15",
         *       "channel": "letter"
         *     }
         */
        FurtherPeriod: {
            /**
             * @description How it reached the shop: a short code
             * @example phone
             */
            channel: string;
            /**
             * Format: date-time
             * @description When it reached the shop, in the backorder's own time: the word counts from then on. Default: now
             * @example 2026-11-23T10:00:00Z
             */
            receivedAt?: string;
            /**
             * Format: date
             * @description The last day that the customer waits for
             * @example 2027-01-15
             */
            until: string;
        };
        GivenUp: {
            /** @description The locations at which nobody may come to wait for it any more */
            closed: string[];
            /** @description So is every other one that it may come to */
            everywhere: boolean;
            /** @description The newest 20 */
            giveUps: {
                /** @description Of these, those that are */
                cancelled: number;
                /** @description How often it was refused, by the code of the problem */
                codes: {
                    [key: string]: number;
                };
                /** @description `total` still grows: not all of them are written down */
                counting: boolean;
                createdAt: string;
                endedAt: string | null;
                giveUpId: string;
                /** @description Of these, those of which nothing waited any more */
                gone: number;
                location: string | null;
                /** @description How long it takes at the pace of the last minute; null if there is none */
                minutesLeft: number | null;
                reason: string;
                /** @description Of these, those whose backorder said no, or that may wait again (`taken_up`) */
                refused: number;
                sku: string;
                /** @enum {string} */
                state: "running" | "done";
                supplyId: string | null;
                /** @description Orders whose waiting units are cancelled */
                total: number;
                /** @description Of these, those whose backorder has not answered yet; they are asked again */
                unanswered: number;
                /** @description Units that were cancelled */
                units: number;
            }[];
            sku: string;
        };
        /**
         * @example {
         *       "giveUpId": "g-1",
         *       "reason": "The maker has stopped making this lamp"
         *     }
         */
        GiveUp: {
            giveUpId: string;
            /** @description Default: all of them, or that of the supply */
            location?: string;
            /** @description Customers read it in their mail */
            reason: string;
            /** @description Give up this supply alone: only units that nothing else reaches are cancelled, and the queue stays open */
            supplyId?: string;
        };
        GiveUpAnswer: {
            /** @description Of these, those that are */
            cancelled: number;
            /** @description How often it was refused, by the code of the problem */
            codes: {
                [key: string]: number;
            };
            /** @description `total` still grows: not all of them are written down */
            counting: boolean;
            createdAt: string;
            endedAt: string | null;
            giveUpId: string;
            /** @description Of these, those of which nothing waited any more */
            gone: number;
            /** @description The first 100 that refused, or have not answered */
            left: {
                code: string | null;
                orderId: string;
            }[];
            location: string | null;
            /** @description How long it takes at the pace of the last minute; null if there is none */
            minutesLeft: number | null;
            reason: string;
            /** @description Of these, those whose backorder said no, or that may wait again (`taken_up`) */
            refused: number;
            sku: string;
            /** @enum {string} */
            state: "running" | "done";
            supplyId: string | null;
            /** @description Orders whose waiting units are cancelled */
            total: number;
            /** @description Of these, those whose backorder has not answered yet; they are asked again */
            unanswered: number;
            /** @description Units that were cancelled */
            units: number;
        };
        GiveUpPreview: {
            lines: number;
            /** @description The first 100 orders */
            listed: {
                orderId: string;
                units: number;
                whole: boolean;
            }[];
            /** @description null: all of them */
            location: string | null;
            /** @description What would become of the money for them, by currency */
            money: {
                neverCharged: components["schemas"]["Money"];
                refunded: components["schemas"]["Money"];
                voided: components["schemas"]["Money"] & unknown;
            }[];
            /** @description The list is cut at 100, or the sums are of a part: there was no time for all */
            more: boolean;
            /** @description Orders of which units would be cancelled */
            orders: number;
            /** @description Of the orders, those that go on with the rest */
            partial: number;
            sku: string;
            /** @description What is set aside of it, and stays */
            stays: {
                orders: number;
                units: number;
            };
            supplyId: string | null;
            units: number;
            /** @description Of the orders, those of which nothing is left to ship */
            whole: number;
            /** @description Supplies that would be withdrawn */
            withdrawn: {
                quantity: number;
                supplyId: string;
            }[];
        };
        /** @example {} */
        GiveUpTrial: {
            /** @description Default: all of them, or that of the supply */
            location?: string;
            /** @description Give up this supply alone: only units that nothing else reaches are cancelled, and the queue stays open */
            supplyId?: string;
        };
        /**
         * @example {
         *       "reason": "The address is being checked"
         *     }
         */
        Hold: {
            reason: string;
        };
        Import: {
            createdAt: string;
            /** @description Rows with an outcome, failed ones too */
            done: number;
            endedAt: string | null;
            failed: number;
            importId: string;
            /** @enum {string} */
            kind: "products" | "stock" | "supplies" | "backorders";
            /** @description null: no more rows are done so far */
            nextCursor: string | null;
            /** @description Those that are done, in the order of the file */
            rows: {
                /** @description The code of the problem, if it failed */
                code: string | null;
                detail: string | null;
                /** @description Where it begins in the file, whose first line is 1 */
                line: number;
                ok: boolean;
                /** @description All of it stood so before */
                unchanged: boolean;
            }[];
            /**
             * @description done: every row has its outcome; failed: it was given up before its last row
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed";
            /** @description Rows; an order of several lines is one */
            total: number;
            unchanged: number;
        };
        ImportAccepted: {
            importId: string;
        };
        Key: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description null: never
             */
            expiresAt: string | null;
            /** @description As `npm run key` shows it */
            id: string;
            /**
             * Format: date-time
             * @description To some minutes. null: not since this is noted
             */
            lastUsedAt: string | null;
            name: string;
            scopes: string[];
        };
        /**
         * @example {
         *       "overlapHours": 24
         *     }
         */
        KeyRotation: {
            /**
             * @description For how long the old key works beside the new one
             * @default 24
             */
            overlapHours?: number;
        };
        KeyWithSecret: components["schemas"]["Key"] & {
            /** @description Shown once. A repetition under the same Idempotency-Key is answered without it */
            key?: string;
        };
        /**
         * @example {
         *       "policy": "us",
         *       "deadlineAt": "2027-02-02T05:00:00.000Z",
         *       "silence": "consents",
         *       "notice": {
         *         "id": "6f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11",
         *         "kind": "first_within_30",
         *         "sentAt": "2027-01-04T15:00:00.000Z",
         *         "newOn": "2027-02-01",
         *         "answerBy": "2027-02-02T05:00:00.000Z",
         *         "answer": null
         *       }
         *     }
         */
        Law: {
            /**
             * Format: date-time
             * @description By when the goods must have left (eu, uk: arrived), the end of that day at ship-to. null: the customer agreed to an open date, the clock has not started, or the order has ended
             * @example 2026-11-23T10:00:03.000Z
             */
            deadlineAt: string | null;
            notice: components["schemas"]["Notice"];
            /**
             * @description Of the country of ship-to
             * @enum {string}
             */
            policy: "us" | "eu" | "uk" | "strict";
            /**
             * @description What no answer to the notice does
             * @enum {string}
             */
            silence: "none" | "consents" | "cancels";
        };
        LawAhead: {
            /** @description By day at ship-to, policy, and what happens next */
            counts: {
                count: number;
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                deadlineOn: string;
                /**
                 * @description notice: one goes out by itself; cancelled_by_silence: nobody agreed to a later date; cancelled_by_law: nobody was told in time; attention: a person is asked
                 * @enum {string}
                 */
                happens: "notice" | "cancelled_by_silence" | "cancelled_by_law" | "attention";
                /** @enum {string} */
                policy: "us" | "eu" | "uk" | "strict";
            }[];
            days: number;
            /** @description There are more than 20 000: those that come later are not counted */
            more: boolean;
            /** @description The first 100 */
            orders: {
                /** @description When it happens */
                at: string;
                deadlineAt: string;
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                deadlineOn: string;
                /**
                 * @description notice: one goes out by itself; cancelled_by_silence: nobody agreed to a later date; cancelled_by_law: nobody was told in time; attention: a person is asked
                 * @enum {string}
                 */
                happens: "notice" | "cancelled_by_silence" | "cancelled_by_law" | "attention";
                orderId: string;
                /** @enum {string} */
                policy: "us" | "eu" | "uk" | "strict";
            }[];
        };
        Message: {
            /**
             * Format: date-time
             * @description In the order's time
             */
            at: string;
            /** @enum {string} */
            class: "service" | "relationship";
            /** @enum {string} */
            decision: "sent" | "held" | "skipped" | "merged" | "failed" | "unknown";
            /** Format: date-time */
            dueAt: string | null;
            id: string;
            /** @description The message that says what a merged one would have */
            into: string | null;
            /** @enum {string} */
            kind: "confirmation" | "excitement" | "countdown" | "check-in" | "delay-notice" | "delay-answer" | "withdrawal" | "card-wanted" | "card-expiring" | "payment-problem" | "payment-recovered" | "ready-to-ship" | "shipped" | "cancelled" | "refunded" | "status-link" | "address-confirm" | "address-changed";
            reason: string | null;
            /**
             * @description The most that the provider has said of it, in whatever order: accepted < delayed < delivered < complained < bounced, failed. null when it was not sent
             * @enum {string|null}
             */
            status: "accepted" | "delayed" | "delivered" | "complained" | "bounced" | "failed" | null;
            subject: string | null;
            /**
             * Format: date-time
             * @description When a held one is decided again
             */
            until: string | null;
        };
        MessageOfOrder: components["schemas"]["Message"] & {
            orderId: string;
        };
        MessageSettledEvent: {
            data: components["schemas"]["SettledMessage"];
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @enum {string} */
            type: "message.settled";
        };
        /**
         * @example {
         *       "amount": 12900,
         *       "currency": "USD"
         *     }
         */
        Money: {
            amount: number;
            /** @example USD */
            currency: string;
        };
        /**
         * @example {
         *       "name": "storefront",
         *       "scopes": [
         *         "checkout"
         *       ]
         *     }
         */
        NewKey: {
            /**
             * Format: date-time
             * @description Default: never
             * @example 2026-11-23T10:00:00Z
             */
            expiresAt?: string;
            /** @description Who holds it. What the key does is told under this name */
            name: string;
            scopes: ("checkout" | "inventory" | "fulfilment" | "support" | "read" | "admin")[];
        };
        /** @description The newest that reached the customer in time; null before any */
        Notice: {
            answer: components["schemas"]["NoticeAnswer"];
            /**
             * Format: date-time
             * @description The end of the last day to answer; null where silence does nothing
             * @example 2026-11-23T10:00:03.000Z
             */
            answerBy: string | null;
            /** @description Of its message */
            id: string | null;
            /** @enum {string} */
            kind: "first_within_30" | "first_beyond_30" | "first_undated" | "later" | "informs";
            /**
             * Format: date
             * @description null: no date could be given
             * @example 2027-01-15
             */
            newOn: string | null;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            sentAt: string;
        } | null;
        NoticeAnswer: {
            accept: boolean;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            at: string;
            channel: string;
            /** @description The last day agreed to, or `open`; null for a refusal */
            until: string | null;
        } | null;
        Operator: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            /** @description The provider, if it is one */
            issuer: string | null;
            name: string;
            operatorId: string;
            /**
             * @description viewer: read; support: read, support; buyer: read, inventory, fulfilment; manager: admin
             * @enum {string}
             */
            role: "viewer" | "support" | "buyer" | "manager";
            /**
             * Format: date-time
             * @description When they did something here, or null
             */
            seenAt: string | null;
            /** @description In how many browsers they are signed in */
            sessions: number;
            /**
             * @description provider: by OpenID Connect, which also says the role at each sign-in
             * @enum {string}
             */
            signsInBy: "password" | "provider" | "none";
        };
        /**
         * @example {
         *       "name": "Ada Byron",
         *       "role": "support",
         *       "disabled": false
         *     }
         */
        OperatorChange: {
            disabled: boolean;
            name: string;
            /**
             * @description viewer: read; support: read, support; buyer: read, inventory, fulfilment; manager: admin
             * @enum {string}
             */
            role: "viewer" | "support" | "buyer" | "manager";
        };
        /**
         * @example {
         *       "paymentMethodId": "pm_2"
         *     }
         */
        PaymentMethodChange: {
            /** @description Attached to the order's customer at the provider */
            paymentMethodId: string;
        };
        /** @description What the payment waits for, and by when; null when all is well */
        PaymentProblem: {
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description What waits is cancelled then, if nothing happens
             * @example 2026-11-23T10:00:03.000Z
             */
            cancelledAt: string | null;
            /**
             * Format: date-time
             * @description Until then units are set aside for the payment
             * @example 2026-11-23T10:00:03.000Z
             */
            keptUntil: string | null;
            /** @enum {string} */
            reason: "declined" | "expired" | "authentication" | "removed";
            /**
             * Format: date-time
             * @description The same card is asked again then by itself
             * @example 2026-11-23T10:00:03.000Z
             */
            retryAt: string | null;
        } | null;
        /** @description offers: as the customer agreed at checkout, until somebody changes it */
        Preferences: {
            /** @enum {string|null} */
            by: "page" | "one-click" | "support" | null;
            /**
             * Format: date-time
             * @description null: nobody has changed anything
             */
            changedAt: string | null;
            email: string;
            /**
             * Format: date
             * @description The first day on which relationship mail may go again, in the zone of each order
             * @example 2027-01-15
             */
            pausedUntil: string | null;
            topics: {
                offers: boolean;
                updates: boolean;
            };
        };
        /**
         * @description Changes only what it names
         * @example {
         *       "email": "ada@example.org",
         *       "topics": {
         *         "updates": false
         *       }
         *     }
         */
        PreferencesChange: {
            /** Format: email */
            email: string;
            /**
             * Format: date
             * @description null ends a pause
             * @example 2027-01-15
             */
            pausedUntil?: string | null;
            topics?: {
                offers?: boolean;
                updates?: boolean;
            };
        };
        /**
         * @example {
         *       "priority": 10,
         *       "reason": "promised by phone"
         *     }
         */
        PriorityChange: {
            priority: number;
            reason: string;
        };
        PriorityPreview: {
            from: number;
            passedBy: components["schemas"]["QueueOrders"] & unknown;
            passes: components["schemas"]["QueueOrders"];
            /** @description None when nothing of it waits, or its payment bars it */
            places: {
                /** @description Units that wait ahead of them now */
                ahead: number;
                /** @description Units that would wait ahead of them */
                aheadAfter: number;
                location: string;
                sku: string;
                /** @description Units of this backorder that wait there */
                waiting: number;
            }[];
            to: number;
        };
        /**
         * @example {
         *       "priority": 10
         *     }
         */
        PriorityTrial: {
            priority: number;
        };
        Problem: {
            /** @description Stable: branch on it */
            code: string;
            detail: string;
            errors?: {
                detail: string;
                /**
                 * @description Absent: the body
                 * @enum {string}
                 */
                in?: "path" | "query" | "header";
                /** @description A JSON Pointer (RFC 6901) */
                pointer: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            /** Format: uri */
            type: string;
        };
        Product: {
            backorderLimit: number | null;
            handlingDays: number;
            highlights: (string | {
                /** Format: uri */
                imageUrl?: string;
                text: string;
                title: string;
                /** Format: uri */
                url?: string;
            })[];
            imageUrl: string | null;
            related: {
                /** Format: uri */
                imageUrl?: string;
                price?: components["schemas"]["Money"];
                title: string;
                /** Format: uri */
                url: string;
            }[];
            sku: string;
            title: string;
            url: string | null;
        };
        /**
         * @example {
         *       "title": "Brass lamp",
         *       "url": "https://shop.example/lamps/brass",
         *       "highlights": [
         *         "Turned from one piece"
         *       ]
         *     }
         */
        ProductChange: {
            backorderLimit?: number;
            /** @description Default: 0 */
            handlingDays?: number;
            highlights?: (string | {
                /** Format: uri */
                imageUrl?: string;
                text: string;
                title: string;
                /** Format: uri */
                url?: string;
            })[];
            /** Format: uri */
            imageUrl?: string;
            related?: {
                /** Format: uri */
                imageUrl?: string;
                price?: components["schemas"]["Money"];
                title: string;
                /** Format: uri */
                url: string;
            }[];
            title: string;
            /** Format: uri */
            url?: string;
        };
        /**
         * @example {
         *       "promiseId": "p-2",
         *       "on": "2027-02-01",
         *       "reason": "The port is closed",
         *       "basis": "supplier mail of 2026-12-20"
         *     }
         */
        PromiseChange: {
            basis: string;
            /**
             * Format: date
             * @description null: no date can be given
             * @example 2027-01-15
             */
            on: string | null;
            promiseId: string;
            reason: string;
        };
        PromisePreview: {
            /** @description The end of the last day to answer, at ship-to */
            answerBy: string | null;
            /** @description By when the goods must have left (EU, UK: arrived) from then on, unless somebody answers */
            deadlineAt: string | null;
            /**
             * Format: date
             * @description The date that stands now
             * @example 2027-01-15
             */
            from: string | null;
            /**
             * @description The kind of notice; null: the law wants none
             * @enum {string|null}
             */
            notice: "first_within_30" | "first_beyond_30" | "first_undated" | "later" | "informs" | null;
            /**
             * @description What saying nothing does
             * @enum {string}
             */
            silence: "none" | "consents" | "cancels";
            /**
             * Format: date
             * @example 2027-01-15
             */
            to: string | null;
            /** @description A mail says so, be it only news */
            told: boolean;
        };
        /**
         * @example {
         *       "on": "2027-02-01"
         *     }
         */
        PromiseTrial: {
            /**
             * Format: date
             * @description null: no date can be given
             * @example 2027-01-15
             */
            on: string | null;
        };
        /** @description Orders ahead of it that it would come before */
        QueueOrders: {
            count: number;
            /** @description There are more than count says */
            more: boolean;
            /** @description The first ten of them */
            orders: string[];
        };
        /**
         * @example {
         *       "to": "1002",
         *       "lines": [
         *         {
         *           "id": "1",
         *           "quantity": 1
         *         }
         *       ],
         *       "reason": "a wedding on Saturday"
         *     }
         */
        Reassign: {
            /** @description Units of this order that are set aside */
            lines: {
                id: string;
                quantity: number;
            }[];
            reason: string;
            /** @description The waiting order that gets the units */
            to: string;
        };
        ReceivedWebhook: {
            attempts: number;
            /** Format: date-time */
            handledAt: string | null;
            /** @description The sender's id of the event */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            sender: "stripe" | "resend";
            type: string;
        };
        Reconciliation: {
            data: components["schemas"]["ReconciliationDifference"][];
            nextCursor: string | null;
            run: components["schemas"]["ReconciliationRun"];
        };
        ReconciliationDifference: {
            /** @enum {string} */
            kind: "unknown_intent" | "missing_at_provider" | "captured_differs" | "refunded_differs" | "hold_left_over" | "value_differs" | "attempt_open" | "unpaid_upfront";
            orderId: string;
            /** @description Amounts in minor units, states and times, by what they are */
            ours: {
                [key: string]: string | number;
            };
            /** @description null when it is about several intents, or about none */
            providerIntentId: string | null;
            /** @description Amounts in minor units, states and times, by what they are */
            theirs: {
                [key: string]: string | number;
            };
        };
        /** @description null before the first is finished */
        ReconciliationRun: {
            /**
             * Format: date-time
             * @example 2026-11-23T00:00:04.000Z
             */
            finishedAt: string;
            /** @description How many of them belong to orders here */
            intents: number;
            /** @description With how many orders they were compared */
            orders: number;
            runId: string;
            /**
             * Format: date-time
             * @description From when on the provider's intents were read
             * @example 2026-11-23T00:00:04.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @example 2026-11-23T00:00:04.000Z
             */
            startedAt: string;
        } | null;
        ReconciliationStarted: {
            workflowId: string;
        };
        ReplayedShopDelivery: {
            id: string;
            shop: string;
        };
        /**
         * @example {
         *       "code": "unexpected_shipment",
         *       "note": "The carrier was asked"
         *     }
         */
        Resolve: {
            /**
             * Format: date-time
             * @description The `at` of the item that is meant, so that none is answered that nobody has seen. Default: the one that is shown when this comes in
             * @example 2026-11-23T10:00:00Z
             */
            at?: string;
            /**
             * @description Before its dueAt, notice_due says that the order ships in time; after it, that the customer agreed to the later date given since, without which the order ends by law. refund_wanted says that the amount was sent. Those of payments are looked at or tried again. Others are only closed
             * @enum {string}
             */
            code: "payment_failed" | "payment_refused" | "shipped_unpaid" | "refund_failed" | "refund_wanted" | "disputed" | "fraud_warning" | "refunded_elsewhere" | "unpaid" | "money_differs" | "unexpected_shipment" | "shipped_after_cancel" | "shipment_short" | "mail_failed" | "mail_unknown" | "mail_undelivered" | "notice_due" | "deadline_missed" | "further_period_over" | "withdrawal_after_shipment" | "dead_end" | "orphaned" | "parked" | "news_late" | "filling_late" | "lease_late" | "shop_differs";
            note: string;
        };
        /**
         * @example {
         *       "restockId": "r-1",
         *       "sku": "LAMP-BRASS",
         *       "quantity": 40
         *     }
         */
        Restock: {
            /** @description Default: main */
            location?: string;
            /** @description What they say besides, as it stands; nothing without share */
            note?: string;
            quantity: number;
            /**
             * Format: date-time
             * @description Default: now
             * @example 2026-11-23T10:00:00Z
             */
            receivedAt?: string;
            restockId: string;
            /** @description Whether public stock updates tell of it. Default: false */
            share?: boolean;
            sku: string;
            supplyId?: string;
        };
        RestockAnswer: {
            /** @description Units that went to those who wait */
            allocated: number;
            filled: {
                /**
                 * @description Kept until the order is whole
                 * @enum {boolean}
                 */
                kept?: true;
                lineId: string;
                orderId: string;
                quantity: number;
            }[];
            /** @description Free units of this SKU and location */
            left: number;
            /** @description The lists are cut at 100, or filling goes on in the background */
            more: boolean;
            note: string | null;
            restockId: string;
            share: boolean;
            skipped: {
                orderId: string;
                reason: string;
            }[];
        };
        /**
         * @example {
         *       "sku": "LAMP-BRASS",
         *       "quantity": 40
         *     }
         */
        RestockPreview: {
            /** @description Default: main */
            location?: string;
            /** @description What they say besides, as it stands; nothing without share */
            note?: string;
            quantity: number;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:00Z
             */
            receivedAt?: string;
            /** @description Whether public stock updates tell of it. Default: false */
            share?: boolean;
            sku: string;
            supplyId?: string;
        };
        SettledMessage: components["schemas"]["MessageOfOrder"] & {
            /** @description null unless personalData was granted */
            to: string | null;
        };
        /**
         * @example {
         *       "shipmentId": "ship-1",
         *       "carrier": "UPS",
         *       "tracking": "1Z999AA10123456784",
         *       "scannedAt": "2027-01-14T16:20:00-05:00"
         *     }
         */
        Shipment: {
            carrier: string;
            /** @description Default: every firm unit */
            lines?: {
                id: string;
                quantity: number;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:00Z
             */
            scannedAt: string;
            shipmentId: string;
            tracking: string;
        };
        ShipTo: {
            /** @example US */
            country: string;
            postalCode?: string;
            region?: string;
        };
        Shop: {
            apiBase: string;
            hooks: {
                active: boolean;
                scope: string;
            }[];
            id: string;
            kind: string;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            lastDeliveryAt: string | null;
            /** @description Without secrets */
            lastError: string | null;
            /**
             * Format: date-time
             * @example 2026-11-23T10:00:03.000Z
             */
            lastPullAt: string | null;
            location: string;
            mandate: {
                text: string;
                version: string;
            } | null;
            /**
             * @description failing: it is asked less and less often until it answers; see lastError. gone: it has removed us, and nothing is asked until somebody puts it anew
             * @enum {string}
             */
            state: "ok" | "failing" | "gone";
            /** @enum {string} */
            terms: "prepaid" | "ask";
            /** @description Orders that could not be taken in or followed; the newest 25 */
            troubles: {
                number: string;
                orderId: string;
                why: string;
            }[];
        };
        /**
         * @example {
         *       "kind": "bigcommerce",
         *       "credentials": {
         *         "storeHash": "abc123",
         *         "accessToken": "token",
         *         "clientSecret": "secret"
         *       },
         *       "terms": "prepaid"
         *     }
         */
        ShopChange: {
            /**
             * Format: uri
             * @description Default: the platform's own
             */
            apiBase?: string;
            /** @description What the platform needs to know, by name; kept encrypted and never answered. bigcommerce: storeHash, accessToken, clientSecret, and location where it is not the default */
            credentials: {
                [key: string]: string;
            };
            /** @description bigcommerce */
            kind: string;
            /** @description Where its stock lies here. Default: main */
            location?: string;
            /** @description Needed with ask; its maximum is the total of each order */
            mandate?: {
                text: string;
                version: string;
            };
            /**
             * @description prepaid: only orders that are paid there are taken. ask: card and consent come on the customer’s page
             * @enum {string}
             */
            terms: "prepaid" | "ask";
        };
        ShopTest: {
            data: {
                detail: string | null;
                scope: string;
                works: boolean;
            }[];
        };
        Sku: {
            allocated: number;
            /** @description null: all of them */
            location: string | null;
            onHand: number;
            /** @description The first 25 who wait */
            queue: {
                location: string;
                orderId: string;
                placedAt: string;
                priority: number;
                /**
                 * Format: date
                 * @description Projected from stock and supply, as far as this SKU goes
                 * @example 2027-01-15
                 */
                shipsOn: string | null;
                waiting: number;
            }[];
            sku: string;
            supplies: components["schemas"]["Supply"][];
            waiting: number;
        };
        Specimen: {
            /** Format: date-time */
            askedAt: string;
            id: string;
            /** @enum {string} */
            kind: "confirmation" | "excitement" | "countdown" | "check-in" | "delay-notice" | "delay-answer" | "withdrawal" | "card-wanted" | "card-expiring" | "payment-problem" | "payment-recovered" | "ready-to-ship" | "shipped" | "cancelled" | "refunded" | "status-link" | "address-confirm" | "address-changed";
            to: string;
        };
        /**
         * @example {
         *       "kind": "shipped",
         *       "locale": "de"
         *     }
         */
        SpecimenWanted: {
            /** @enum {string} */
            kind: "confirmation" | "excitement" | "countdown" | "check-in" | "delay-notice" | "delay-answer" | "withdrawal" | "card-wanted" | "card-expiring" | "payment-problem" | "payment-recovered" | "ready-to-ship" | "shipped" | "cancelled" | "refunded" | "status-link" | "address-confirm" | "address-changed";
            /** @example de */
            locale: string;
            state?: string;
        } | {
            /** Format: uuid */
            id: string;
            orderId: string;
        };
        StockUpdate: {
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "backorder" | "moved" | "arrived";
            note: string | null;
            posts: {
                /** @enum {string} */
                network: "mastodon" | "bluesky";
                reason: string | null;
                /** @enum {string} */
                state: "waiting" | "posted" | "refused" | "lost" | "dropped";
                url: string | null;
            }[];
            publishedAt: string | null;
            /** @description Why it was withdrawn */
            reason: string | null;
            sku: string;
            /** @enum {string} */
            state: "waiting" | "published" | "withdrawn";
        };
        Supply: {
            basis: string;
            /**
             * Format: date
             * @example 2027-01-15
             */
            expectedOn: string | null;
            location: string;
            note: string | null;
            /** @description Units still to come */
            quantity: number;
            share: boolean;
            sku: string;
            supplyId: string;
            updatedAt: string;
        };
        SupplyAnswer: {
            /** @description Those whose promise breaks, the first 100 */
            broken: {
                /** @description The end of the last day to answer, at ship-to */
                answerBy: string | null;
                /** @description When it ends unless its customer agrees; null: silence ends nothing */
                cancelledAt: string | null;
                /**
                 * Format: date
                 * @description The day at ship-to with whose end that is
                 * @example 2027-01-15
                 */
                cancelledOn: string | null;
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                from: string;
                /**
                 * @description The kind of notice; null: the law wants none
                 * @enum {string|null}
                 */
                notice: "first_within_30" | "first_beyond_30" | "first_undated" | "later" | "informs" | null;
                orderId: string;
                /**
                 * @description What saying nothing does
                 * @enum {string}
                 */
                silence: "none" | "consents" | "cancels";
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                to: string | null;
                /** @description A mail says so, be it only news */
                told: boolean;
            }[];
            /** @description How many of all that broke end with each day, at ship-to, if no customer answers; the first 100 days */
            cancels: {
                count: number;
                /**
                 * Format: date
                 * @example 2027-01-15
                 */
                on: string;
            }[];
            /** @description The list is cut at 100, or the queue is still being walked in the background */
            more: boolean;
            /** @description Backorders with another projected date than before */
            moved: number;
            /** @description All that broke, listed or not, by the notice that each calls for */
            notices: {
                first_beyond_30: number;
                first_undated: number;
                first_within_30: number;
                informs: number;
                later: number;
                /** @description The law wants no notice */
                none: number;
            };
            supply: components["schemas"]["Supply"];
            /** @description How many of all that broke are told by mail */
            told: number;
        };
        /**
         * @example {
         *       "sku": "LAMP-BRASS",
         *       "quantity": 40,
         *       "expectedOn": "2027-01-10",
         *       "basis": "supplier confirmation 8812"
         *     }
         */
        SupplyChange: {
            /** @description Who or what says so */
            basis: string;
            /**
             * Format: date
             * @description null: nobody knows when
             * @example 2027-01-15
             */
            expectedOn: string | null;
            /** @description Default: main */
            location?: string;
            /** @description What they say besides, as it stands; nothing without share */
            note?: string;
            /** @description Units still to come; receipts lower it */
            quantity: number;
            /** @description Whether public stock updates tell of it. Default: false */
            share?: boolean;
            sku: string;
        };
        SupplyProgress: components["schemas"]["SupplyAnswer"] & {
            /** @description How far the newest change of the supply has come */
            progress: {
                /** @description All were looked at, have heard, and are told */
                done: boolean;
                /** @description Of these, those that did not go out: replaced, merged, failed, unknown */
                dropped: number;
                /** @description Mails that follow from it, as foreseen */
                owed: number;
                /** @description Of these, those that the mail provider has */
                sent: number;
                /** @description Backorders that have yet to hear of it */
                waiting: number;
                /** @description Orders of the queue looked at so far */
                walked: number;
            };
        };
        Suppression: {
            /** Format: date-time */
            at: string;
            /** @description null once the last order of the address was erased */
            email: string | null;
            /** @enum {string} */
            reason: "bounced" | "complained" | "suppressed" | "manual";
        };
        /**
         * @example {
         *       "email": "ada@example.org",
         *       "reason": "manual"
         *     }
         */
        SuppressionChange: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            reason: "bounced" | "complained" | "suppressed" | "manual";
        };
        Timeline: {
            data: {
                /** Format: date-time */
                at: string;
                detail: {
                    [key: string]: unknown;
                };
                summary: string;
                type: string;
            }[];
        };
        UpdatesFeed: {
            items: ({
                content_text: string;
                date_modified: string;
                id: string;
                title: string;
                url: string;
            } & {
                [key: string]: unknown;
            })[];
            title: string;
            /** @enum {string} */
            version: "https://jsonfeed.org/version/1.1";
        } & {
            [key: string]: unknown;
        };
        WebhookDelivery: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description The webhook-id of every try */
            id: string;
            /** Format: date-time */
            lastAttemptAt: string | null;
            /** @description A word of ours, such as timeout, refused, tls, redirect or forbidden_address */
            lastError: string | null;
            /** @description The HTTP status that was answered */
            lastStatus: number | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
            orderId: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description The order, the message or the SKU */
            subject: string;
            /** @enum {string} */
            type: "backorder.placed" | "backorder.ready_to_ship" | "backorder.shipped" | "backorder.cancelled" | "backorder.promise_changed" | "backorder.attention" | "message.settled" | "availability.changed";
        };
        WebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * @description gone: it answered 410. failing: nothing got through for five days
             * @enum {string|null}
             */
            disabledBecause: "gone" | "failing" | null;
            events: ("backorder.placed" | "backorder.ready_to_ship" | "backorder.shipped" | "backorder.cancelled" | "backorder.promise_changed" | "backorder.attention" | "message.settled" | "availability.changed")[];
            /**
             * Format: date-time
             * @description Since when nothing got through
             */
            failingSince: string | null;
            id: string;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the last rotation signs as well
             */
            oldSecretUntil: string | null;
            personalData: boolean;
            /** @enum {string} */
            state: "enabled" | "disabled";
            url: string;
        };
        /**
         * @example {
         *       "url": "https://shop.example/webhooks/meanwhile",
         *       "events": [
         *         "backorder.shipped",
         *         "availability.changed"
         *       ]
         *     }
         */
        WebhookEndpointChange: {
            events: ("backorder.placed" | "backorder.ready_to_ship" | "backorder.shipped" | "backorder.cancelled" | "backorder.promise_changed" | "backorder.attention" | "message.settled" | "availability.changed")[];
            /**
             * @description Whether events say whom an order is for, as the scope support is answered
             * @default false
             */
            personalData?: boolean;
            /**
             * Format: uri
             * @description https, at an address that everybody can reach
             */
            url: string;
        };
        WebhookEndpointWithSecret: components["schemas"]["WebhookEndpoint"] & {
            /** @description whsec_…, shown when the endpoint is made and when it is rotated, never again */
            secret?: string;
        };
        /** @description to, html, text, headers and events: null for keys without checkout, support or admin */
        WholeMessage: components["schemas"]["Message"] & {
            events: {
                [key: string]: unknown;
            }[] | null;
            headers: {
                [key: string]: string;
            } | null;
            html: string | null;
            text: string | null;
            to: string | null;
        };
        /**
         * @example {
         *       "channel": "email"
         *     }
         */
        Withdrawal: {
            /**
             * @description How it reached the shop: a short code
             * @example phone
             */
            channel: string;
            /**
             * Format: date-time
             * @description When it reached the shop, in the backorder's own time: the word counts from then on. Default: now
             * @example 2026-11-23T10:00:00Z
             */
            receivedAt?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
